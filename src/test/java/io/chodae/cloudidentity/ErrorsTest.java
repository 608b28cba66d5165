package io.chodae.cloudidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.identity.ApiScopes;
import io.chodae.wire.WireClient;
import io.chodae.wire.WireClient.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every refusal has the one envelope, and says what to do. */
@WireTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {

    @Autowired
    private Wires wires;

    private Wired hotel;
    private Wired other;
    private Map<String, String> tokens;

    @BeforeAll
    void organisation() {
        hotel = wires.organisation();
        other = wires.organisation();
        wires.person(hotel, "ann");
        tokens = Map.of(
                "good", hotel.token(),
                "garbage", "garbage",
                "readonly", wires.token(hotel, ApiScopes.USER_INVITATIONS_READONLY),
                "directory", wires.token(hotel, ApiScopes.DIRECTORY_USER),
                "viewer", wires.viewersToken(hotel));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/cloudidentity/errors.csv", numLinesToSkip = 1)
    void answersEveryErrorInTheEnvelope(
            String method,
            String path,
            @Nullable String token,
            @Nullable String headers,
            @Nullable String body,
            int code,
            String status,
            String says) {
        WireClient client = hotel.client().with(token == null ? "" : String.valueOf(tokens.get(token)));

        Got got = client.send(
                method,
                filled(path),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body)),
                headers == null ? new String[0] : headers.split(": ", 2));

        assertThat(got.code()).as(got.response().body()).isEqualTo(code);
        assertThat(got.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(got.json().propertyNames()).containsExactly("error");
        JsonNode error = got.json().path("error");
        assertThat(error.path("code").intValue()).isEqualTo(code);
        assertThat(error.path("status").stringValue()).isEqualTo(status);
        assertThat(error.path("message").stringValue()).contains(filled(says));
        assertThat(got.header("WWW-Authenticate").isEmpty()).isEqualTo(code != 401 && !needsScope(error));
        assertThat(got.header("Allow").isEmpty()).isEqualTo(code != 405);
    }

    @Test
    void inflatesOnlySoFar() {
        byte[] bomb = " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

        Got got = hotel.client().postGzipped(filled("{ann}:send"), "application/json", bomb);

        assertThat(got.refusal()).startsWith("413 INVALID_ARGUMENT The request is larger than 65,536 bytes");
    }

    @Test
    void keepsTheFirewallClosedElsewhere() {
        WireClient stranger = hotel.client().with("");

        for (String path : new String[] {
            "/console%2Fpeople",
            "/console/%252e%252e",
            "/i/%25",
            "/v1/../console%2Fx",
            "/v1/..%2F..%2Fconsole;a",
            "/console/accounts?q=%00"
        }) {
            assertThat(stranger.get(path).code()).as(path).isIn(400, 404);
        }
    }

    private static boolean needsScope(JsonNode error) {
        return error.at("/details/0/reason").asString().equals("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
    }

    private String filled(String text) {
        return text.replace("{ann}", "{list}/ann@" + hotel.domain())
                .replace("{list}", hotel.path(""))
                .replace("{id}", hotel.id())
                .replace("{other}", other.id())
                .replace("{domain}", hotel.domain())
                .replace("{large}", "{}" + " ".repeat(70_000));
    }
}
