package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.batch.BatchRequest;
import com.google.api.client.googleapis.batch.json.JsonBatchCallback;
import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.cloudidentity.v1.CloudIdentity;
import com.google.api.services.cloudidentity.v1.CloudIdentity.Customers.Userinvitations;
import com.google.api.services.cloudidentity.v1.model.CancelUserInvitationRequest;
import com.google.api.services.cloudidentity.v1.model.ListUserInvitationsResponse;
import com.google.api.services.cloudidentity.v1.model.Operation;
import com.google.api.services.cloudidentity.v1.model.SendUserInvitationRequest;
import com.google.api.services.cloudidentity.v1.model.UserInvitation;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The official Java client against the started server, from the key file to a batch of a thousand. */
@WireTest
class JavaClientTest {

    @Autowired
    private Wires wires;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path directory;

    private ClientWorld world;
    private CloudIdentity service;
    private Userinvitations invitations;
    private String parent;

    /** The client signs with the time of this machine. */
    @BeforeEach
    void client() throws IOException {
        clock.set(Instant.now());
        world = ClientWorld.make(wires, directory);
        parent = "customers/" + world.hotel().id();
        String root = "http://127.0.0.1:" + world.hotel().port() + "/";
        byte[] keyFile = Json.MAPPER.writeValueAsBytes(world.hotel().program().keyFile());
        ServiceAccountCredentials credentials =
                ServiceAccountCredentials.fromStream(new ByteArrayInputStream(keyFile)).toBuilder()
                        .setTokenServerUri(URI.create(root + "oauth2/token"))
                        .setServiceAccountUser(world.hotel().program().administrator())
                        .setScopes(List.of("https://www.googleapis.com/auth/cloud-identity.userinvitations"))
                        .build();
        service = new CloudIdentity.Builder(
                        new NetHttpTransport(),
                        GsonFactory.getDefaultInstance(),
                        new HttpCredentialsAdapter(credentials))
                .setRootUrl(root)
                .setApplicationName("proof")
                .build();
        invitations = service.customers().userinvitations();
    }

    @AfterEach
    void testTime() {
        clock.reset();
    }

    @Test
    void doesWhateverItCan() throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        List<UserInvitation> rows = rows();
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.getName()));
        found.put("rows", rows.size());
        found.put("distinct", names.size());
        found.put("sendPlus", send("jo+tag").execute().getResponse().get("mailsSentCount"));
        found.put("resend", send("jo%2Btag").execute().getResponse().get("mailsSentCount"));
        found.put("get", invitations.get(name("jo+tag")).execute().getState());
        found.put(
                "invited",
                invitations.list(parent).setFilter("state=='invited'").execute().getUserInvitations().stream()
                        .map(UserInvitation::getName)
                        .toList());
        found.put("cancel", cancel("jo+tag").execute().getResponse().get("state"));
        found.put(
                "invitable",
                invitations.isInvitableUser(name("jo+tag")).execute().getIsInvitableUser());
        found.put(
                "notInvitable",
                invitations.isInvitableUser(name("nobody")).execute().getIsInvitableUser());
        found.put(
                "fields",
                invitations
                        .list(parent)
                        .setPageSize(1)
                        .setOrderBy("update_time desc")
                        .setFields("userInvitations(name,state),nextPageToken")
                        .execute());
        found.put(
                "refusals",
                Map.of(
                        "filter", refused(invitations.list(parent).setFilter("state='invited'")),
                        "order", refused(invitations.list(parent).setOrderBy("email,update_time")),
                        "get", refused(invitations.get(name("nobody"))),
                        "send", refused(send("nobody")),
                        "cancel", refused(cancel("jo+tag")),
                        "customer", refused(invitations.list("customers/C00000000"))));

        world.check(Json.MAPPER.readTree(GsonFactory.getDefaultInstance().toString(found)));
    }

    @Test
    void sendsAThousandInABatch() throws IOException {
        List<UserInvitation> people = rows().subList(0, 1_000);
        List<String> answered = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        BatchRequest batch = service.batch();
        for (UserInvitation person : people) {
            invitations
                    .send(person.getName(), new SendUserInvitationRequest())
                    .queue(batch, new JsonBatchCallback<Operation>() {
                        @Override
                        public void onSuccess(Operation operation, HttpHeaders headers) {
                            answered.add(String.valueOf(operation.getResponse().get("name")));
                        }

                        @Override
                        public void onFailure(GoogleJsonError error, HttpHeaders headers) {
                            failed.add(error.getMessage());
                        }
                    });
        }

        batch.execute();

        assertThat(failed).isEmpty();
        assertThat(answered)
                .containsExactlyElementsOf(
                        people.stream().map(UserInvitation::getName).toList());
    }

    private List<UserInvitation> rows() throws IOException {
        List<UserInvitation> rows = new ArrayList<>();
        Userinvitations.List request = invitations.list(parent);
        do {
            ListUserInvitationsResponse page = request.execute();
            rows.addAll(page.getUserInvitations());
            request.setPageToken(page.getNextPageToken());
        } while (request.getPageToken() != null);
        return rows;
    }

    private Userinvitations.Send send(String local) throws IOException {
        return invitations.send(name(local), new SendUserInvitationRequest());
    }

    private Userinvitations.Cancel cancel(String local) throws IOException {
        return invitations.cancel(name(local), new CancelUserInvitationRequest());
    }

    private String name(String local) {
        return parent + "/userinvitations/" + local + "@" + world.hotel().domain();
    }

    private static List<Object> refused(AbstractGoogleJsonClientRequest<?> call) throws IOException {
        try {
            call.execute();
            return List.of("not refused");
        } catch (GoogleJsonResponseException e) {
            return List.of(e.getStatusCode(), String.valueOf(e.getDetails().get("status")));
        }
    }
}
