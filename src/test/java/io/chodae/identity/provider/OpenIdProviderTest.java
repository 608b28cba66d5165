package io.chodae.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.directory.Accounts;
import io.chodae.identity.ChangePassword;
import io.chodae.identity.SignUp;
import io.chodae.identity.SignUpResult;
import io.chodae.shared.AccountId;
import io.chodae.shared.Language;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole authorization code flow over HTTP, as a client and a browser see it. */
@ChodaeTest
class OpenIdProviderTest {

    private static final String CALLBACK = "https://play.example/callback";
    private static final String SECRET = "a client secret of the test";
    private static final String PASSWORD = "plum4tandem7river";
    private static final String VERIFIER = "a-code-verifier-that-is-at-least-43-characters-long";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    RegisteredClientRepository clients;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    SignUp signUp;

    @Autowired
    Accounts accounts;

    @Autowired
    ChangePassword changePassword;

    @Autowired
    ExpiredAuthorizations expired;

    @Autowired
    SigningKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    HttpBrowser browser;
    String confidential = "confidential" + NUMBER.incrementAndGet();
    String open = "public" + NUMBER.get();
    String email = "member" + NUMBER.get() + "@provider.example";
    AccountId account = new AccountId(0);

    @BeforeEach
    void clientsAndMember() {
        browser = new HttpBrowser(port);
        clients.save(client(confidential)
                .clientSecret(encoder.encode(SECRET))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .build());
        clients.save(client(open)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .build());
        account = ((SignUpResult.Created) signUp.signUp(email, "김민지", PASSWORD, Language.KO, true)).account();
    }

    @Test
    void discoveryNamesTheIssuerAndItsEndpoints() {
        JsonNode found = body(browser.get("/.well-known/openid-configuration"));
        assertThat(found.get("issuer").asString()).isEqualTo("https://chodae.example");
        assertThat(found.get("authorization_endpoint").asString()).isEqualTo("https://chodae.example/oauth2/authorize");
        assertThat(found.get("jwks_uri").asString()).isEqualTo("https://chodae.example/oauth2/jwks");
        assertThat(found.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    }

    @Test
    void aMemberSignsInForAClientAndTheClientLearnsWhoItIs() throws Exception {
        JsonNode tokens = body(exchange(authorize(confidential), confidential));
        SignedJWT idToken = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(verifies(idToken)).isTrue();
        assertThat(idToken.getJWTClaimsSet().getIssuer()).isEqualTo("https://chodae.example");
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly(confidential);
        assertThat(idToken.getJWTClaimsSet().getSubject()).isEqualTo(Long.toString(account.value()));
        assertThat(idToken.getJWTClaimsSet().getClaims())
                .containsEntry("nonce", "n-123")
                .containsEntry("name", "김민지")
                .containsEntry("email", email)
                .containsEntry("email_verified", true)
                .containsKeys("sid", "auth_time");

        accounts.update(account, "김민주", Language.EN);
        JsonNode user = body(new HttpBrowser(port)
                .header("Authorization", "Bearer " + tokens.get("access_token").asString())
                .get("/userinfo"));
        assertThat(user.get("sub").asString()).isEqualTo(Long.toString(account.value()));
        assertThat(user.get("name").asString()).isEqualTo("김민주");
        assertThat(user.get("email").asString()).isEqualTo(email);
        assertThat(user.get("email_verified").asBoolean()).isTrue();
    }

    @Test
    void theSignInFormMayLeadToTheClientAndNowhereElse() {
        browser.get(authorizePath(confidential, CALLBACK));
        assertThat(browser.get("/sign-in")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .endsWith("form-action 'self' https://play.example");
    }

    @Test
    void aRefreshTokenIsGoodForOneRefresh() {
        String first = body(exchange(authorize(confidential), confidential))
                .get("refresh_token")
                .asString();
        JsonNode renewed = body(refresh(first));
        assertThat(renewed.get("refresh_token").asString()).isNotEqualTo(first);
        assertThat(refresh(first).statusCode()).isEqualTo(400);
        assertThat(refresh(renewed.get("refresh_token").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReplayedCodeIsRefusedAndEndsWhatItHadGiven() {
        String code = authorize(confidential);
        String refreshToken =
                body(exchange(code, confidential)).get("refresh_token").asString();
        HttpResponse<String> replayed = exchange(code, confidential);
        assertThat(replayed.statusCode()).isEqualTo(400);
        assertThat(body(replayed).get("error").asString()).isEqualTo("invalid_grant");
        assertThat(refresh(refreshToken).statusCode()).isEqualTo(400);
    }

    @Test
    void aChangedPasswordEndsRefreshTokensToo() {
        String token = body(exchange(authorize(confidential), confidential))
                .get("refresh_token")
                .asString();
        changePassword.change(account, PASSWORD, "violet9anchor2meadow", null);
        assertThat(refresh(token).statusCode()).isEqualTo(400);
    }

    @Test
    void whatHasRunOutIsForgotten() {
        JsonNode tokens = body(exchange(authorize(confidential), confidential));
        expired.forget();
        assertThat(rows())
                .anyMatch(row -> row.contains(
                        TokenValues.hash(tokens.get("refresh_token").asString())));
        jdbc.sql("""
                        update oauth2_authorization
                           set authorization_code_expires_at = :past, access_token_expires_at = :past,
                               refresh_token_expires_at = :past
                         where principal_name = :name
                        """)
                .param("past", java.sql.Timestamp.from(java.time.Instant.now().minusSeconds(100_000)))
                .param("name", Long.toString(account.value()))
                .update();
        expired.forget();
        assertThat(rows())
                .noneMatch(row -> row.contains(
                        TokenValues.hash(tokens.get("refresh_token").asString())));
    }

    @Test
    void aPublicClientNeedsTheVerifierOfItsChallenge() {
        String code = authorize(open);
        HttpResponse<String> guessed = new HttpBrowser(port)
                .postPlain(
                        "/oauth2/token",
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        open,
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        "another-verifier-that-is-at-least-43-characters-long");
        assertThat(guessed.statusCode()).isEqualTo(400);
        JsonNode tokens = body(exchange(authorizeAgain(open), open));
        assertThat(tokens.has("id_token")).isTrue();
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void withoutAChallengeNoCodeIsGiven() {
        browser.signIn(email, PASSWORD);
        HttpResponse<String> response = browser.get("/oauth2/authorize?response_type=code&scope=openid&client_id="
                + open + "&redirect_uri=" + HttpBrowser.encode(CALLBACK));
        assertThat(parameter(response, "error")).isEqualTo("invalid_request");
    }

    @Test
    void anUnregisteredAddressGetsNoCode() {
        browser.signIn(email, PASSWORD);
        HttpResponse<String> response = browser.get(authorizePath(confidential, "https://evil.example/callback"));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void theDatabaseHoldsNoCodeNoTokenAndNoSecretThatOpensAnything() {
        List<String> raw = new ArrayList<>(List.of(SECRET));
        String code = authorize(confidential);
        raw.add(code);
        assertThat(rows()).noneMatch(row -> row.contains(code));
        JsonNode tokens = body(exchange(code, confidential));
        for (String name : List.of("access_token", "refresh_token", "id_token")) {
            raw.add(tokens.get(name).asString());
        }
        JsonNode renewed = body(refresh(tokens.get("refresh_token").asString()));
        for (String name : List.of("access_token", "refresh_token", "id_token")) {
            raw.add(renewed.get(name).asString());
        }
        assertThat(rows()).isNotEmpty().noneMatch(row -> raw.stream().anyMatch(row::contains));

        String stored = jdbc.sql("select refresh_token_value from oauth2_authorization where principal_name = :name")
                .param("name", Long.toString(account.value()))
                .query(String.class)
                .single();
        assertThat(stored).startsWith("sha256:");
        assertThat(refresh(stored).statusCode()).isEqualTo(400);
    }

    @Test
    void theSigningKeyRestsSealedAndANewOneTakesOverWhileTheOldIsStillKnown() throws Exception {
        SignedJWT before = SignedJWT.parse(body(exchange(authorize(confidential), confidential))
                .get("id_token")
                .asString());
        keys.add();
        SignedJWT after = SignedJWT.parse(body(exchange(authorizeAgain(confidential), confidential))
                .get("id_token")
                .asString());
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(verifies(before)).isTrue();
        assertThat(verifies(after)).isTrue();
        assertThat(browser.get("/oauth2/jwks").body()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
        assertThat(jdbc.sql("select sealed_jwk from signing_key")
                        .query(byte[].class)
                        .list())
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("\"d\""));
    }

    private static RegisteredClient.Builder client(String clientId) {
        return RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(clientId)
                .clientName("Play of the test")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(CALLBACK)
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder().reuseRefreshTokens(false).build());
    }

    /** Is sent to sign in, signs in, is sent back with a code. */
    private String authorize(String client) {
        HttpResponse<String> asked = browser.get(authorizePath(client, CALLBACK));
        assertThat(asked.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
        HttpResponse<String> signedIn = browser.signIn(email, PASSWORD);
        HttpResponse<String> sentBack =
                browser.get(signedIn.headers().firstValue("Location").orElseThrow());
        assertThat(sentBack.headers().firstValue("Location").orElseThrow()).startsWith(CALLBACK);
        assertThat(parameter(sentBack, "state")).isEqualTo("s-456");
        return parameter(sentBack, "code");
    }

    private String authorizeAgain(String client) {
        return parameter(browser.get(authorizePath(client, CALLBACK)), "code");
    }

    private static String authorizePath(String client, String callback) {
        return "/oauth2/authorize?response_type=code&scope=openid%20profile%20email&state=s-456&nonce=n-123&client_id="
                + client + "&redirect_uri=" + HttpBrowser.encode(callback)
                + "&code_challenge_method=S256&code_challenge="
                + challenge();
    }

    private HttpResponse<String> exchange(String code, String client) {
        return client(client.equals(open))
                .postPlain(
                        "/oauth2/token",
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        client,
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        VERIFIER);
    }

    private HttpResponse<String> refresh(String token) {
        return client(false).postPlain("/oauth2/token", "grant_type", "refresh_token", "refresh_token", token);
    }

    private HttpBrowser client(boolean isPublic) {
        HttpBrowser client = new HttpBrowser(port);
        if (!isPublic) {
            String credentials = HttpBrowser.encode(confidential) + ":" + HttpBrowser.encode(SECRET);
            client.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return client;
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
                        select t::text from oauth2_registered_client t
                        union all
                        select encode(attribute_bytes, 'escape') from spring_session_attributes
                        """)
                .query((row, number) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list();
    }

    private JsonNode body(HttpResponse<String> response) {
        assertThat(response.body()).as("answered with %s", response).startsWith("{");
        return json.readTree(response.body());
    }

    private static String parameter(HttpResponse<String> response, String name) {
        Map<String, String> parameters = UriComponentsBuilder.fromUriString(
                        response.headers().firstValue("Location").orElseThrow())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return Objects.requireNonNull(parameters.get(name), () -> "no " + name + " in " + parameters);
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
