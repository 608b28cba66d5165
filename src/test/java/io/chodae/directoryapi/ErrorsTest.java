package io.chodae.directoryapi;

import static io.chodae.directoryapi.Directories.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directoryapi.Directories.Hotel;
import io.chodae.identity.Role;
import io.chodae.wire.WireClient;
import io.chodae.wire.WireClient.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every refusal has the one envelope, with its reason, and says what to do. */
@DirectoryApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {

    @Autowired
    private Directories directories;

    private Hotel hotel;
    private Hotel other;

    @BeforeAll
    void organisation() {
        hotel = directories.organisation();
        other = directories.organisation();
        hotel.insert("ann", "Ann", "Kim");
        hotel.insert("bo", "Bo", "Kim");
        hotel.client()
                .send(
                        "PATCH",
                        hotel.path("bo"),
                        BodyPublishers.ofString("{\"externalIds\":[{\"value\":\"17\"}]}"),
                        "Content-Type",
                        "application/json");
        directories.person(hotel, "own");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/directoryapi/errors.csv", numLinesToSkip = 1)
    void answersEveryErrorInTheEnvelope(
            String method,
            String path,
            @Nullable String token,
            @Nullable String headers,
            @Nullable String body,
            int code,
            String reason,
            String says) {
        WireClient client =
                hotel.client().with(token == null ? "" : token.equals("good") ? hotel.token() : String.valueOf(token));
        String type = body == null || (headers != null && headers.startsWith("Content-")) ? "" : "application/json";

        Got got = client.send(
                method,
                filled(path),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(filled(body)),
                headers != null
                        ? headers.split(": ", 2)
                        : type.isEmpty() ? new String[0] : new String[] {"Content-Type", type});

        assertThat(got.code()).as(got.response().body()).isEqualTo(code);
        assertThat(got.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(got.json().propertyNames()).containsExactly("error");
        JsonNode error = got.json().path("error");
        assertThat(error.path("code").intValue()).isEqualTo(code);
        assertThat(error.path("message").stringValue()).contains(filled(says));
        assertThat(error.path("errors").size()).isEqualTo(1);
        JsonNode one = error.at("/errors/0");
        assertThat(one.path("domain").stringValue()).isEqualTo("global");
        assertThat(one.path("reason").stringValue()).isEqualTo(reason);
        assertThat(one.path("message")).isEqualTo(error.path("message"));
        assertThat(got.header("Allow").isEmpty()).isEqualTo(code != 405);
        assertThat(got.response().body()).doesNotContain("Exception");
    }

    @Test
    void inflatesOnlySoFar() {
        byte[] bomb = " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);

        Got got = hotel.client().postGzipped(USERS, "application/json", bomb);

        assertThat(got.refusal()).startsWith("413 INVALID_ARGUMENT The request is larger than 65,536 bytes");
    }

    @Test
    void leavesEveryCustomerAnOwner() {
        Hotel lone = directories.organisation();
        lone.insert("ann", "Ann", "Kim");
        directories.grant(lone, "ann", Role.OWNER);
        directories.retire(lone);

        assertThat(lone.client()
                        .send(
                                "PATCH",
                                lone.path("ann"),
                                BodyPublishers.ofString("{\"suspended\":true}"),
                                "Content-Type",
                                "application/json")
                        .refusal())
                .startsWith("403 PERMISSION_DENIED");
        assertThat(lone.client()
                        .send("DELETE", lone.path("ann"), BodyPublishers.noBody())
                        .refusal())
                .startsWith("403 PERMISSION_DENIED");
    }

    @Test
    void letsNobodyIntoTheAccountOfWhoeverStandsAbove() {
        Hotel guarded = directories.organisation();
        guarded.insert("ann", "Ann", "Kim");
        directories.grant(guarded, "ann", Role.OWNER);
        WireClient operator = guarded.client().with(directories.tokenOf(guarded, Role.OPERATOR));

        for (String change : List.of(
                "{\"password\":\"plum4tandem7river\"}",
                "{\"suspended\":true}",
                "{\"primaryEmail\":\"eve@" + guarded.domain() + "\"}")) {
            Got got = operator.post(guarded.path("ann"), "application/json", change, "X-HTTP-Method-Override", "PATCH");
            assertThat(got.refusal()).as(change).startsWith("403 PERMISSION_DENIED Not Authorized: the administrator");
            assertThat(got.json().at("/error/errors/0/reason").stringValue()).isEqualTo("forbidden");
        }
        assertThat(directories.hasPassword(guarded, "ann")).isFalse();
    }

    private String filled(String text) {
        return text.replace("{ann}", "{users}/ann@" + hotel.domain())
                .replace("{users}", USERS)
                .replace("{list}", USERS + "?customer=my_customer")
                .replace("{other}", other.id())
                .replace("{otherdomain}", other.domain())
                .replace("{domain}", hotel.domain())
                .replace("{large}", "{}" + " ".repeat(70_000))
                .replace("{long}", "x".repeat(300));
    }
}
