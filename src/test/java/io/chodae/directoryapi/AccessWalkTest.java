package io.chodae.directoryapi;

import static io.chodae.directoryapi.Directories.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.HostileTokens;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.wire.WireClient;
import io.chodae.wire.WireClient.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every method with every kind of token, by itself and as a part of a batch. */
@DirectoryApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessWalkTest {

    private static final String[] JSON = {"Content-Type", "application/json"};

    @Autowired
    private Directories directories;

    @Autowired
    private HostileTokens hostile;

    private Hotel hotel;
    private Map<String, String> bad;
    private Map<String, String> partly;

    @BeforeAll
    void organisation() {
        hotel = directories.organisation();
        hotel.insert("ann", "Ann", "Kim");
        bad = hostile.of(hotel.organisation(), ApiScopes.DIRECTORY_USER);
        partly = Map.of(
                "readonly", directories.token(hotel, ApiScopes.DIRECTORY_USER_READONLY),
                "viewer", directories.viewersToken(hotel),
                "invitations", directories.token(hotel, ApiScopes.USER_INVITATIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "garbage",
                "forged",
                "assertion",
                "audience",
                "wrongKey",
                "unsigned",
                "replayed",
                "expired",
                "revoked",
                "revokedKey",
                "disabled"
            })
    void aTokenThatIsNoneChangesAndShowsNothing(String token) {
        assertThat(bad).containsKey(token);
        unchanged(() -> {
            List<Got> answers = walk(hotel.client().with(String.valueOf(bad.get(token))));
            assertThat(answers).extracting(Got::code).containsOnly(401);
            assertThat(answers).allSatisfy(got -> {
                assertThat(got.header("WWW-Authenticate")).startsWith("Bearer realm=\"chodae\"");
                assertThat(got.json().at("/error/errors/0/reason").stringValue())
                        .isEqualTo(token.equals("none") ? "required" : "authError");
                assertThat(got.response().body()).doesNotContain(hotel.domain());
            });
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/directoryapi/access.csv", numLinesToSkip = 1)
    void aTokenForLessReadsAtMost(String token, int get, int list) {
        unchanged(() -> assertThat(walk(hotel.client().with(String.valueOf(partly.get(token)))))
                .extracting(Got::code)
                .containsExactly(get, list, 403, 403, 403, 403, 403, 403));
    }

    @Test
    void anAdministratorOfAnotherCustomerFindsNothing() {
        Hotel other = directories.organisation();
        String id = Long.toString(directories.user(hotel, "ann").id().value());
        WireClient client = other.client();
        unchanged(() -> {
            for (String path : List.of(hotel.path("ann"), USERS + "/" + id)) {
                assertThat(List.of(
                                client.get(path).code(),
                                client.send("PATCH", path, BodyPublishers.ofString("{\"suspended\":true}"), JSON)
                                        .code(),
                                client.send("PUT", path, BodyPublishers.ofString("{\"suspended\":true}"), JSON)
                                        .code(),
                                client.send("DELETE", path, BodyPublishers.noBody())
                                        .code(),
                                client.post(path + "/signOut").code()))
                        .containsOnly(404);
            }
            assertThat(client.get(USERS + "?customer=" + hotel.id()).code()).isEqualTo(403);
            assertThat(client.get(USERS + "?domain=" + hotel.domain()).code()).isEqualTo(404);
            assertThat(client.get(USERS + "?customer=my_customer&query=email:ann*")
                            .json()
                            .has("users"))
                    .isFalse();
            assertThat(client.post(
                                    USERS + "?resolveConflictAccount=true",
                                    "application/json",
                                    hotel.user("bo", "Bo", "Ko"))
                            .code())
                    .isEqualTo(400);
        });
    }

    private List<Got> walk(WireClient client) {
        String ann = hotel.path("ann");
        String change = "{\"name\":{\"givenName\":\"Eve\"},\"suspended\":true,\"password\":\"plum4tandem7river\"}";
        List<Got> answers = new ArrayList<>();
        answers.add(client.get(ann));
        answers.add(client.get(USERS + "?customer=my_customer"));
        answers.add(client.post(USERS, "application/json", hotel.user("eve", "Eve", "Kim")));
        answers.add(client.send("PUT", ann, BodyPublishers.ofString(change), JSON));
        answers.add(client.send("PATCH", ann, BodyPublishers.ofString(change), JSON));
        answers.add(client.post(ann, "application/json", change, "X-HTTP-Method-Override", "PATCH"));
        answers.add(client.send("DELETE", ann, BodyPublishers.noBody()));
        answers.add(client.post(ann + "/signOut"));

        Got batch = client.post(
                DirectoryCalls.BATCH,
                "multipart/mixed; boundary=b",
                part("GET", ann, "")
                        + part("GET", USERS + "?customer=my_customer", "")
                        + part("POST", USERS, hotel.user("eve", "Eve", "Kim"))
                        + part("PUT", ann, change)
                        + part("PATCH", ann, change)
                        + part("PATCH", ann, change)
                        + part("DELETE", ann, "")
                        + part("POST", ann + "/signOut", "")
                        + "--b--");
        assertThat(batch.response()
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("HTTP/1.1 "))
                        .map(line -> Integer.valueOf(line.split(" ", 3)[1])))
                .containsExactlyElementsOf(answers.stream().map(Got::code).toList());
        return answers;
    }

    private static String part(String method, String path, String body) {
        return "--b\nContent-Type: application/http\n\n" + method + " " + path + "\nContent-Type: application/json\n\n"
                + body + "\n";
    }

    private void unchanged(Runnable attempt) {
        List<DirectoryUser> users = directories.users(hotel);
        List<String> trail = directories.trail(hotel);

        attempt.run();

        assertThat(directories.users(hotel)).isEqualTo(users).isNotEmpty();
        assertThat(directories.trail(hotel)).isEqualTo(trail);
    }
}
