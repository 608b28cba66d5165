package io.chodae.directoryapi;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.directory.Directory;
import com.google.api.services.directory.model.User;
import com.google.api.services.directory.model.UserName;
import com.google.api.services.directory.model.Users;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.chodae.testing.TestClock;
import io.chodae.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The official Java client against the started server, from the key file to a batch. */
@DirectoryApiTest
class JavaClientTest {

    @Autowired
    private Directories directories;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path directory;

    private ClientWorld world;
    private Directory service;
    private Directory.Users users;

    /** The client signs with the time of this machine. */
    @BeforeEach
    void client() throws IOException {
        clock.set(Instant.now());
        world = ClientWorld.make(directories, directory);
        String root = "http://127.0.0.1:" + world.hotel().port() + "/";
        byte[] keyFile = Json.MAPPER.writeValueAsBytes(world.hotel().program().keyFile());
        ServiceAccountCredentials credentials =
                ServiceAccountCredentials.fromStream(new ByteArrayInputStream(keyFile)).toBuilder()
                        .setTokenServerUri(URI.create(root + "oauth2/token"))
                        .setServiceAccountUser(world.hotel().program().administrator())
                        .setScopes(List.of("https://www.googleapis.com/auth/admin.directory.user"))
                        .build();
        service = new Directory.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        new HttpCredentialsAdapter(credentials))
                .setRootUrl(root)
                .setApplicationName("proof")
                .build();
        users = service.users();
    }

    @AfterEach
    void testTime() {
        clock.reset();
    }

    @Test
    void doesWhateverItCan() throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        User made = users.insert(user("p1", "Person1")).execute();
        found.put(
                "created",
                List.of(
                        made.getPrimaryEmail(),
                        made.getName().getGivenName(),
                        made.getName().getFamilyName(),
                        made.getIsAdmin()));
        insertInABatch();
        pages(found);
        found.put(
                "down",
                names(users.list()
                        .setDomain(world.hotel().domain())
                        .setMaxResults(2)
                        .setOrderBy("email")
                        .setSortOrder("DESCENDING")
                        .execute()));
        found.put("found", names(list().setQuery("email:p1* isSuspended=false").execute()));
        found.put(
                "get",
                users.get(at("p2")).setProjection("full").execute().getName().getGivenName());
        found.put(
                "patched",
                said(users.patch(
                                made.getId(),
                                new User()
                                        .setName(new UserName().setGivenName("Anna"))
                                        .setSuspended(true))
                        .execute()));
        User whole = users.get(made.getId()).execute();
        whole.setName(new UserName().setGivenName("Ann").setFamilyName("Lee")).setSuspended(false);
        found.put("updated", said(users.update(at("p1"), whole).execute()));
        found.put(
                "fields",
                list().setMaxResults(1).setFields("users/primaryEmail").execute());
        found.put(
                "invited",
                users.insert(user("own", "Own"))
                        .setResolveConflictAccount(true)
                        .execute()
                        .getPrimaryEmail());
        users.signOut(at("p3")).execute();
        users.delete(at("p3")).execute();
        found.put("gone", refused(users.get(at("p3"))));
        found.put(
                "refusals",
                Map.of(
                        "duplicate", refused(users.insert(user("p1", "Person1"))),
                        "get", refused(users.get(at("nobody"))),
                        "query", refused(list().setQuery("phone:010")),
                        "required", refused(users.insert(user("p1", "Jo").setPrimaryEmail(""))),
                        "domain", refused(users.insert(user("p1", "Jo").setPrimaryEmail("jo@elsewhere.example")))));

        world.check(Json.MAPPER.readTree(GsonFactory.getDefaultInstance().toString(found)));
    }

    private void insertInABatch() throws IOException {
        List<String> failed = new ArrayList<>();
        BatchRequest batch = service.batch();
        for (int i = 2; i < 8; i++) {
            users.insert(user("p" + i, "Person" + i)).queue(batch, new JsonBatchCallback<User>() {
                @Override
                public void onSuccess(User user, HttpHeaders headers) {}

                @Override
                public void onFailure(GoogleJsonError error, HttpHeaders headers) {
                    failed.add(error.getMessage());
                }
            });
        }
        batch.execute();
        if (!failed.isEmpty()) {
            throw new AssertionError(failed);
        }
    }

    private void pages(Map<String, Object> found) throws IOException {
        List<String> names = new ArrayList<>();
        int pages = 0;
        Directory.Users.List request = list().setMaxResults(2).setOrderBy("email");
        do {
            Users page = request.execute();
            names.addAll(names(page));
            request.setPageToken(page.getNextPageToken());
            pages++;
        } while (request.getPageToken() != null);
        found.put("listed", names);
        found.put("pages", pages);
    }

    private Directory.Users.List list() throws IOException {
        return users.list().setCustomer("my_customer");
    }

    private User user(String local, String given) {
        return new User()
                .setPrimaryEmail(at(local))
                .setPassword("plum4tandem7river")
                .setName(new UserName().setGivenName(given).setFamilyName("Kim"));
    }

    private String at(String local) {
        return local + "@" + world.hotel().domain();
    }

    private static List<String> names(Users page) {
        return page.getUsers().stream()
                .map(user -> user.getPrimaryEmail().replaceFirst("@.*", ""))
                .toList();
    }

    private static List<Object> said(User user) {
        return List.of(user.getName().getGivenName(), user.getName().getFamilyName(), user.getSuspended());
    }

    private static List<Object> refused(AbstractGoogleJsonClientRequest<?> call) throws IOException {
        try {
            call.execute();
            return List.of("not refused");
        } catch (GoogleJsonResponseException e) {
            return List.of(
                    e.getStatusCode(), e.getDetails().getErrors().getFirst().getReason());
        }
    }
}
