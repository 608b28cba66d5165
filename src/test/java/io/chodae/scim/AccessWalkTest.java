package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ChangeServiceAccount;
import io.chodae.identity.DirectoryToken;
import io.chodae.identity.MakeDirectoryToken;
import io.chodae.identity.RevokeDirectoryToken;
import io.chodae.identity.ServiceAccountKeys;
import io.chodae.identity.TestServiceAccount;
import io.chodae.scim.ScimClient.Got;
import io.chodae.scim.Scims.Org;
import io.chodae.testing.TestClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every method with every token that is no good for it: it is refused, and nothing changes. */
@ScimTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessWalkTest {

    private static final String PATCH =
            "{\"Operations\": [{\"op\": \"replace\", \"path\": \"displayName\", \"value\": \"Hacked\"}]}";

    @Autowired
    private Scims scims;

    @Autowired
    private MakeDirectoryToken make;

    @Autowired
    private RevokeDirectoryToken revoke;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private ServiceAccountKeys keys;

    @Autowired
    private ChangeServiceAccount change;

    @Autowired
    private TestClock clock;

    private Org hotel;
    private String user;
    private final Map<String, String> tokens = new HashMap<>();

    @BeforeAll
    void tokens() {
        clock.reset();
        hotel = scims.organisation();
        user = hotel.user("ann");
        Org other = scims.organisation();
        Org stopped = scims.organisation();
        suspend.suspend(stopped.id(), stopped.organisation().actor());
        String expired = scims.token(hotel, ApiScopes.DIRECTORY_USER);
        clock.advance(Duration.ofHours(2));
        tokens.put("none", "");
        tokens.put("basic", "");
        tokens.put("garbage", "garbage");
        tokens.put("unsigned", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.");
        tokens.put("hash", "sha256:" + "0".repeat(64));
        tokens.put("forged", DirectoryToken.PREFIX + "A".repeat(43));
        tokens.put("revoked", revoked());
        tokens.put("stopped", stopped.token());
        tokens.put("revokedKey", ofRevokedKey());
        tokens.put("disabled", ofDisabledAccount());
        tokens.put("expired", expired);
        tokens.put("invitations", scims.token(hotel, ApiScopes.CLOUD_IDENTITY));
        tokens.put("readonly", scims.token(hotel, ApiScopes.DIRECTORY_USER_READONLY));
        tokens.put("viewer", scims.viewersToken(hotel));
        tokens.put("foreign", other.token());
        tokens.put("foreignProgram", scims.token(other, ApiScopes.DIRECTORY_USER));
    }

    @AfterAll
    void time() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/scim/access.csv", numLinesToSkip = 1)
    void nothingIsDoneForIt(String token, int reads, int writes) {
        ScimClient client = hotel.client().with(String.valueOf(tokens.get(token)));
        String before = scims.digest(hotel);
        int asked = scims.trail(hotel).size();
        Map<String, String> headers = token.equals("basic") ? Map.of("Authorization", "Basic YTpi") : Map.of();

        List<Got> read = List.of(client.send("GET", "/Users/" + user, BodyPublishers.noBody(), headers));
        List<Got> written = List.of(
                client.send("PUT", "/Users/" + user, BodyPublishers.ofString(created()), headers),
                client.send("PATCH", "/Users/" + user, BodyPublishers.ofString(PATCH), headers),
                client.send("DELETE", "/Users/" + user, BodyPublishers.noBody(), headers));

        assertThat(read).extracting(Got::code).containsOnly(reads);
        assertThat(written).extracting(Got::code).containsOnly(writes);
        if (reads != 200) {
            assertThat(read).allSatisfy(got -> assertThat(got.body()).doesNotContain(hotel.domain()));
        }
        if (writes != 404) {
            assertThat(client.send("POST", "/Users", BodyPublishers.ofString(created()), headers)
                            .code())
                    .isEqualTo(writes);
            assertThat(List.of("/Users", "/Users/.search", "/Groups", "/Schemas", "/ResourceTypes", "/Me"))
                    .allSatisfy(path -> assertThat(client.send(
                                            path.endsWith("search") ? "POST" : "GET",
                                            path,
                                            BodyPublishers.ofString(path.endsWith("search") ? "{}" : ""),
                                            headers)
                                    .code())
                            .isIn(reads, path.equals("/Me") && reads == 200 ? 501 : reads));
        }
        assertThat(scims.digest(hotel)).isEqualTo(before);
        assertThat(scims.trail(hotel)).hasSize(asked);
    }

    @Test
    void whatOthersListHoldsNothingOfIt() {
        ScimClient foreign = hotel.client().with(String.valueOf(tokens.get("foreign")));
        assertThat(foreign.get("/Users").json().path("totalResults").intValue()).isZero();
        assertThat(foreign.find("userName eq \"" + hotel.at("ann").value() + "\"")
                        .json()
                        .path("totalResults")
                        .intValue())
                .isZero();
        assertThat(foreign.find("id eq \"" + user + "\" or not (id eq \"" + user + "\")")
                        .json()
                        .path("totalResults")
                        .intValue())
                .isZero();
        assertThat(foreign.post("/Users", created()).code()).isEqualTo(400);
    }

    @Test
    void whatRefusesATokenSaysHowToSignIn() {
        Got none = hotel.client().with("").get("/Users");
        assertThat(none.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"chodae\"");
        assertThat(hotel.client().with("garbage").get("/Users").header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"");
        assertThat(hotel.client()
                        .with(String.valueOf(tokens.get("readonly")))
                        .post("/Users", created())
                        .header("WWW-Authenticate"))
                .contains("insufficient_scope", ApiScopes.DIRECTORY_USER);
        assertThat(hotel.client().with("").get("/ServiceProviderConfig").code()).isEqualTo(200);
        assertThat(none.json().path("schemas").get(0).stringValue()).isEqualTo(ScimError.SCHEMA);
    }

    @Test
    void aTokenInTheAddressIsNone() {
        assertThat(hotel.client()
                        .with("")
                        .get("/Users?access_token=" + hotel.token())
                        .code())
                .isEqualTo(401);
    }

    @Test
    void aHugeBodyIsRefused() {
        Got got = hotel.client()
                .post("/Users", "{\"userName\": \"a@" + hotel.domain() + "\", \"x\": \"" + "x".repeat(70_000) + "\"}");
        assertThat(got.code()).isEqualTo(413);
        assertThat(got.json().path("status").stringValue()).isEqualTo("413");
    }

    private String created() {
        return "{\"userName\": \"new@%s\"}".formatted(hotel.domain());
    }

    private String revoked() {
        var made = (MakeDirectoryToken.Result.Made)
                make.make(hotel.id(), "Revoked", hotel.organisation().actor());
        revoke.revoke(hotel.id(), made.id(), hotel.organisation().actor());
        return made.secret();
    }

    private String ofRevokedKey() {
        TestServiceAccount program = scims.program(hotel, ApiScopes.DIRECTORY_USER);
        String token = scims.token(program, ApiScopes.DIRECTORY_USER);
        keys.revoke(
                hotel.id(), program.id(), program.keyId(), hotel.organisation().actor());
        return token;
    }

    private String ofDisabledAccount() {
        TestServiceAccount program = scims.program(hotel, ApiScopes.DIRECTORY_USER);
        String token = scims.token(program, ApiScopes.DIRECTORY_USER);
        change.enable(hotel.id(), program.id(), false, hotel.organisation().actor());
        return token;
    }
}
