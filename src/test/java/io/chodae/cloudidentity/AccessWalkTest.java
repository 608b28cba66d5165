package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.HostileTokens;
import io.chodae.wire.WireClient;
import io.chodae.wire.WireClient.Got;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every method with every kind of token, by itself and as a part of a batch. */
@WireTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessWalkTest {

    @Autowired
    private Wires wires;

    @Autowired
    private HostileTokens hostile;

    private Wired hotel;
    private Map<String, String> tokens;

    @BeforeAll
    void organisation() {
        hotel = wires.organisation();
        tokens = new HashMap<>(hostile.of(hotel.organisation(), ApiScopes.CLOUD_IDENTITY));
        tokens.put("all", hotel.token());
        tokens.put("cloud", wires.token(hotel, ApiScopes.CLOUD_IDENTITY));
        tokens.put("readonly", wires.token(hotel, ApiScopes.USER_INVITATIONS_READONLY));
        tokens.put("directory", wires.token(hotel, ApiScopes.DIRECTORY_USER));
        tokens.put("viewer", wires.viewersToken(hotel));
        tokens.put("foreign", wires.organisation().token());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/access.csv", numLinesToSkip = 1)
    void answersEachMethodByItsToken(String token, int list, int get, int invitable, int send, int cancel) {
        assertThat(tokens).containsKey(token);
        WireClient client = hotel.client().with(String.valueOf(tokens.get(token)));
        String single = person(token + "1");

        assertThat(List.of(
                        client.get(hotel.path("")).code(),
                        client.get(single).code(),
                        client.get(single + ":isInvitableUser").code(),
                        client.post(single + ":send").code(),
                        client.post(single + ":cancel").code()))
                .containsExactly(list, get, invitable, send, cancel);

        String part = person(token + "2");
        Got batch = client.post(
                "/batch",
                "multipart/mixed; boundary=b",
                part("GET", hotel.path(""))
                        + part("GET", part)
                        + part("GET", part + ":isInvitableUser")
                        + part("POST", part + ":send")
                        + part("POST", part + ":cancel")
                        + "--b--");
        assertThat(batch.response()
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("HTTP/1.1 "))
                        .map(line -> Integer.valueOf(line.split(" ", 3)[1])))
                .containsExactly(list, get, invitable, send, cancel);
    }

    private String person(String local) {
        wires.person(hotel, local);
        return hotel.path(local + "@" + hotel.domain());
    }

    private static String part(String method, String path) {
        return "--b\nContent-Type: application/http\n\n" + method + " " + path + "\n\n";
    }
}
