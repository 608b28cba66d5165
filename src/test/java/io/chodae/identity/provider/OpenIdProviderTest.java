package io.chodae.identity.provider;

import static io.chodae.playclient.TestPlay.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.bizkit.Kits;
import io.chodae.directory.Account;
import io.chodae.identity.ChangePassword;
import io.chodae.playclient.PlayTest;
import io.chodae.playclient.TestPlay;
import io.chodae.playclient.TestPlays;
import io.chodae.testing.HttpBrowser;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the provider publishes, and what it keeps of a sign-in: nothing that opens anything. */
@PlayTest
class OpenIdProviderTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestPlays plays;

    @Autowired
    private ChangePassword changePassword;

    @Autowired
    private ExpiredAuthorizations expired;

    @Autowired
    private SpentTokens spent;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private JdbcClient jdbc;

    private TestPlay play;
    private Account person;
    private HttpBrowser browser;

    @BeforeEach
    void enrolledAndSignedIn() {
        Kits.Publisher publisher = kits.full();
        play = plays.registered(publisher);
        person = plays.enrolled(publisher);
        browser = plays.signedIn(person);
    }

    @Test
    void discoveryNamesTheIssuerAndItsEndpoints() {
        JsonNode found = json(browser.get("/.well-known/openid-configuration"));
        assertThat(found.get("issuer").asString()).isEqualTo("https://chodae.example");
        assertThat(found.get("authorization_endpoint").asString()).isEqualTo("https://chodae.example/oauth2/authorize");
        assertThat(found.get("jwks_uri").asString()).isEqualTo("https://chodae.example/oauth2/jwks");
        assertThat(found.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    }

    @Test
    void anIdTokenSaysWhoSignedItAndForWhom() throws Exception {
        SignedJWT idToken = SignedJWT.parse(play.tokens(browser).get("id_token").asString());
        assertThat(verifies(idToken)).isTrue();
        assertThat(idToken.getJWTClaimsSet().getIssuer()).isEqualTo("https://chodae.example");
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly(play.clientId());
        assertThat(idToken.getJWTClaimsSet().getClaims()).containsKeys("sid", "auth_time");
    }

    @Test
    void aChangedPasswordEndsRefreshTokensToo() {
        JsonNode tokens = play.tokens(browser);
        changePassword.change(person.id(), TestPlays.PASSWORD, "violet9anchor2meadow", null);
        assertThat(play.refresh(tokens).statusCode()).isEqualTo(400);
    }

    @Test
    void whatHasRunOutIsForgotten() {
        JsonNode tokens = play.tokens(browser);
        String stored = TokenValues.hash(tokens.get("refresh_token").asString());
        expired.forget();
        assertThat(rows()).anyMatch(row -> row.contains(stored));
        jdbc.sql("""
                        update oauth2_authorization
                           set authorization_code_expires_at = :past, access_token_expires_at = :past,
                               refresh_token_expires_at = :past
                         where principal_name = :name
                        """)
                .param("past", Timestamp.from(Instant.now().minusSeconds(100_000)))
                .param("name", Long.toString(person.id().value()))
                .update();
        expired.forget();
        assertThat(rows()).noneMatch(row -> row.contains(stored));
    }

    /** A refresh token lives for fourteen days: whoever took it may wait as long. */
    @Test
    void aRefreshTokenThatComesAgainAfterDaysEndsTheWholeChainToo() {
        JsonNode first = play.tokens(browser);
        JsonNode second = json(play.refresh(first));
        jdbc.sql("update spent_token set spent_at = spent_at - interval '13 days'")
                .update();
        expired.forget();
        assertThat(play.refresh(first).statusCode()).isEqualTo(400);
        assertThat(play.refresh(second).statusCode()).isEqualTo(400);
        assertThat(rows())
                .noneMatch(row ->
                        row.contains(TokenValues.hash(first.get("refresh_token").asString())));
    }

    @Test
    void whatEndedWhileATokenWasUsedIsNotWrittenAgain() {
        Runnable use = () -> {
            throw new AssertionError("written again");
        };
        assertThat(spent.spend(TokenValues.hash("a token"), "an authorization that is gone", use))
                .isFalse();
    }

    @Test
    void theDatabaseHoldsNoCodeNoTokenAndNoSecretThatOpensAnything() {
        List<String> raw = new ArrayList<>(List.of(play.secret()));
        String code = play.code(browser);
        raw.add(code);
        assertThat(rows()).noneMatch(row -> row.contains(code));
        JsonNode tokens = json(play.exchange(code));
        JsonNode renewed = json(play.refresh(tokens));
        for (String name : List.of("access_token", "refresh_token", "id_token")) {
            raw.add(tokens.get(name).asString());
            raw.add(renewed.get(name).asString());
        }
        assertThat(rows()).isNotEmpty().noneMatch(row -> raw.stream().anyMatch(row::contains));

        String stored = jdbc.sql("select refresh_token_value from oauth2_authorization where principal_name = :name")
                .param("name", Long.toString(person.id().value()))
                .query(String.class)
                .single();
        assertThat(stored).startsWith("sha256:");
        assertThat(play.refresh(stored).statusCode()).isEqualTo(400);
    }

    @Test
    void theSigningKeyRestsSealedAndANewOneTakesOverWhileTheOldIsStillKnown() throws Exception {
        SignedJWT before = SignedJWT.parse(play.tokens(browser).get("id_token").asString());
        keys.add();
        SignedJWT after = SignedJWT.parse(play.tokens(browser).get("id_token").asString());
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        assertThat(browser.get("/oauth2/jwks").body()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(jdbc.sql("select sealed_jwk from signing_key")
                        .query(byte[].class)
                        .list())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("\"d\""));
    }

    private boolean verifies(SignedJWT token) throws Exception {
        JWKSet published = JWKSet.parse(browser.get("/oauth2/jwks").body());
        return token.verify(new RSASSAVerifier(
                published.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey()));
    }

    private List<String> rows() {
        return jdbc.sql("""
                        select t::text from oauth2_authorization t
                        union all
                        select t::text from spent_token t
                        union all
                        select t::text from play_client t
                        union all
                        select t::text from audit_event t
                        union all
                        select encode(attribute_bytes, 'escape') from spring_session_attributes
                        """)
                .query((row, number) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }
}
