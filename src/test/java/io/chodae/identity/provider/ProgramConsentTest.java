package io.chodae.identity.provider;

import static io.chodae.playclient.TestPlay.error;
import static io.chodae.playclient.TestPlay.json;
import static io.chodae.playclient.TestPlay.location;
import static io.chodae.playclient.TestPlay.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Account;
import io.chodae.identity.ApiCaller;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ApiTokens;
import io.chodae.identity.ChangeProgram;
import io.chodae.identity.Programs;
import io.chodae.identity.RegisterProgram;
import io.chodae.identity.Role;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.playclient.TestPlay;
import io.chodae.shared.CustomerId;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A program asks an administrator, who answers for one customer; what it then holds, and how that ends. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class ProgramConsentTest {

    private static final String ASKED = ApiScopes.USER_INVITATIONS + " " + ApiScopes.DIRECTORY_USER_READONLY;

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private RegisterProgram register;

    @Autowired
    private ChangeProgram change;

    @Autowired
    private Programs programs;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ExpiredAuthorizations expired;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private Organisation organisation;
    private TestPlay program;
    private HttpBrowser browser;

    @BeforeEach
    void aProgramAndAnAdministrator() {
        clock.reset();
        organisation = accounts.organisation();
        program = registered(organisation);
        browser = accounts.signedIn(organisation.owner());
    }

    @Test
    void thePageSaysWhoAsksForWhatAndTheTokenIsGoodForThatAlone() {
        String page = browser.get(consentPath(browser)).body();
        assertThat(page).contains("Roster bridge", organisation.customer().name(), "play.example", "api-");
        ApiCaller caller =
                tokens.verify(access(tokens(browser, organisation.id()))).orElseThrow();
        assertThat(caller.customer()).isEqualTo(organisation.id());
        assertThat(caller.administrator()).isEqualTo(organisation.owner().id());
        assertThat(caller.scopes())
                .containsExactlyInAnyOrder(ApiScopes.USER_INVITATIONS, ApiScopes.DIRECTORY_USER_READONLY);
        assertThat(programs.consents(organisation.id()))
                .singleElement()
                .satisfies(consent -> assertThat(consent.administratorEmail())
                        .isEqualTo(organisation.owner().email().value()));
        assertThat(jdbc.sql("select action from audit_event where customer_id = :customer")
                        .param("customer", organisation.id().value())
                        .query(String.class)
                        .list())
                .contains("program.registered", "program.allowed");
    }

    @Test
    void anAdministratorOfSeveralCustomersChoosesOne() {
        Organisation second = accounts.organisation();
        accounts.grant(second, organisation.owner().id(), Role.VIEWER);
        String page = browser.get(consentPath(browser)).body();
        assertThat(page)
                .contains(organisation.customer().name(), second.customer().name())
                .doesNotContain("checked=");
        ApiCaller caller = tokens.verify(access(tokens(browser, second.id()))).orElseThrow();
        assertThat(caller.customer()).isEqualTo(second.id());
        assertThat(caller.scopes())
                .containsExactlyInAnyOrder(ApiScopes.USER_INVITATIONS_READONLY, ApiScopes.DIRECTORY_USER_READONLY);
        assertThat(programs.consents(organisation.id())).isEmpty();
    }

    @Test
    void nobodySpeaksForACustomerOfOthers() {
        HttpResponse<String> answer =
                answer(browser, accounts.organisation().id().value() + "", ASKED);
        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        for (String nothing : List.of("", "x", "-1", "99999999999999999999999")) {
            assertThat(parameter(answer(browser, nothing, ASKED), "error")).isEqualTo("access_denied");
        }
        HttpBrowser stranger = accounts.signedIn(accounts.person());
        assertThat(stranger.get(consentPath(stranger)).body()).doesNotContain("name=\"scope\"");
        assertThat(parameter(answer(stranger, organisation.id().value() + "", ASKED), "error"))
                .isEqualTo("access_denied");
    }

    @Test
    void aNoIsToldToTheProgram() {
        HttpResponse<String> answer = answer(browser, organisation.id().value() + "", "");
        assertThat(location(answer)).startsWith(TestPlay.CALLBACK);
        assertThat(parameter(answer, "error")).isEqualTo("access_denied");
        assertThat(parameter(answer, "state")).isEqualTo("s-456");
    }

    @Test
    void anothersRequestCannotBeAnswered() {
        String state = state(consentPath(browser));
        Account colleague = accounts.colleague(organisation, Role.OWNER);
        HttpBrowser other = accounts.signedIn(colleague);
        assertThat(other.get("/consent?state=" + HttpBrowser.encode(state)).statusCode())
                .isEqualTo(404);
        HttpResponse<String> answer = other.postPlain(
                "/oauth2/authorize",
                "client_id",
                program.clientId(),
                "state",
                state,
                "scope",
                ApiScopes.USER_INVITATIONS,
                "customer",
                organisation.id().value() + "");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramMustNameScopesAndGetsNoAnswerWithoutAPage() {
        assertThat(parameter(browser.get(path("scope", "")), "error")).isEqualTo("invalid_scope");
        assertThat(parameter(browser.get(path("scope", "openid")), "error")).isEqualTo("invalid_scope");
        assertThat(parameter(browser.get(path("prompt", "none")), "error")).isEqualTo("consent_required");
        assertThat(browser.get(path("redirect_uri", "https://elsewhere.example/"))
                        .statusCode())
                .isEqualTo(400);
    }

    /** As Google's libraries do by themselves. */
    @Test
    void aProgramMaySendNoProofKey() {
        String code = code("code_challenge", "", "code_challenge_method", "");
        JsonNode given = json(program.exchange(code, "code_verifier", ""));
        assertThat(tokens.verify(access(given))).isPresent();
    }

    @Test
    void aProofKeyThatWasSentIsAskedFor() {
        assertThat(error(program.exchange(code(), "code_verifier", ""))).isEqualTo("invalid_grant");
        assertThat(error(program.exchange(code(), "code_verifier", "x".repeat(43))))
                .isEqualTo("invalid_grant");
        String without = code("code_challenge", "", "code_challenge_method", "");
        assertThat(error(program.exchange(without)))
                .as("a challenge cannot be left out on the way")
                .isEqualTo("invalid_grant");
    }

    /** Of the owner's own leave, whatever the request brings or leaves out. */
    private String code(String... changes) {
        String page = location(browser.get(path(changes)));
        List<String> form = new ArrayList<>(List.of(
                "client_id",
                program.clientId(),
                "state",
                state(page.substring(page.indexOf("/consent?"))),
                "customer",
                organisation.id().value() + ""));
        Stream.of(ASKED.split(" ", -1)).forEach(scope -> {
            form.add("scope");
            form.add(scope);
        });
        return parameter(browser.postPlain("/oauth2/authorize", form.toArray(String[]::new)), "code");
    }

    @Test
    void whoeverGaveALeaveTakesItBackAndNobodyElsesIsTheirs() {
        Account viewer = accounts.colleague(organisation, Role.VIEWER);
        HttpBrowser theirs = accounts.signedIn(viewer);
        JsonNode given = tokens(theirs, organisation.id());
        JsonNode owners = tokens(browser, organisation.id());
        long own = consentOf(viewer);
        assertThat(theirs.get("/me/programs?lang=en").body())
                .contains("Roster bridge", organisation.customer().name(), "/me/programs/" + own + "/withdraw")
                .doesNotContain("/me/programs/" + consentOf(organisation.owner()) + "/");
        assertThat(theirs.post("/me/programs/" + consentOf(organisation.owner()) + "/withdraw")
                        .statusCode())
                .isEqualTo(404);
        assertThat(tokens.verify(access(owners))).isPresent();

        assertThat(location(theirs.post("/me/programs/" + own + "/withdraw"))).endsWith("/me/programs");
        assertThat(tokens.verify(access(given))).isEmpty();
        assertThat(error(program.refresh(given))).isEqualTo("invalid_grant");
        assertThat(jdbc.sql("""
                        select actor_label from audit_event
                        where customer_id = :customer and action = 'program.withdrawn'
                        """)
                        .param("customer", organisation.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(viewer.email().value());
        assertThat(theirs.get("/me/programs?lang=en").body()).contains("You have let no program act");
    }

    private long consentOf(Account account) {
        return jdbc.sql("select consent_id from program_consent where account_id = :account")
                .param("account", account.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void aRefreshTokenKeepsBringingAccessTokens() {
        JsonNode first = tokens(browser, organisation.id());
        JsonNode second = json(program.refresh(first));
        JsonNode third = json(program.refresh(first));
        assertThat(second.get("refresh_token")).isEqualTo(first.get("refresh_token"));
        assertThat(tokens.verify(access(third))).isPresent();
        assertThat(tokens.verify(access(first))).isEmpty();
    }

    @Test
    void aCodeIsGoodOnce() {
        String code = parameter(answer(browser, organisation.id().value() + "", ASKED), "code");
        JsonNode given = json(program.exchange(code));
        assertThat(error(program.exchange(code))).isEqualTo("invalid_grant");
        assertThat(tokens.verify(access(given))).isEmpty();
    }

    @Test
    void aRevokedTokenIsNoGoodAndNeitherIsAnythingAfterItsRefreshTokenWasRevoked() {
        JsonNode given = tokens(browser, organisation.id());
        assertThat(revoke(access(given))).isEqualTo(200);
        assertThat(tokens.verify(access(given))).isEmpty();
        JsonNode renewed = json(program.refresh(given));
        assertThat(tokens.verify(access(renewed))).isPresent();
        assertThat(revoke(given.get("refresh_token").asString())).isEqualTo(200);
        assertThat(tokens.verify(access(renewed))).isEmpty();
        assertThat(error(program.refresh(given))).isEqualTo("invalid_grant");
    }

    @Test
    void withdrawingEndsEverything() {
        JsonNode given = tokens(browser, organisation.id());
        long consent = programs.consents(organisation.id()).getFirst().id();
        assertThat(change.withdraw(new CustomerId(0), consent, organisation.actor()))
                .isFalse();
        assertThat(tokens.verify(access(given))).isPresent();
        assertThat(change.withdraw(organisation.id(), consent, organisation.actor()))
                .isTrue();
        assertThat(tokens.verify(access(given))).isEmpty();
        assertThat(error(program.refresh(given))).isEqualTo("invalid_grant");
        assertThat(programs.consents(organisation.id())).isEmpty();
    }

    @Test
    void whoWorksThereNoMoreIsNoAdministrator() {
        Account colleague = accounts.colleague(organisation, Role.OPERATOR);
        JsonNode given = tokens(accounts.signedIn(colleague), organisation.id());
        jdbc.sql("delete from operator where account_id = :id")
                .param("id", colleague.id().value())
                .update();
        assertThat(tokens.verify(access(given))).isEmpty();
        assertThat(error(program.refresh(given))).isEqualTo("invalid_grant");
    }

    @Test
    void aRemovedProgramHoldsNothingAndANewSecretEndsTheOldOne() {
        JsonNode given = tokens(browser, organisation.id());
        String secret = change.renewSecret(organisation.id(), program.clientId(), 1, organisation.actor())
                .orElseThrow();
        assertThat(error(program.refresh(given))).isEqualTo("invalid_client");
        assertThat(program.with(secret).refresh(given).statusCode()).isEqualTo(200);
        JsonNode latest = json(program.with(secret).refresh(given));
        change.remove(organisation.id(), program.clientId(), organisation.actor());
        assertThat(tokens.verify(access(latest))).isEmpty();
        assertThat(error(program.with(secret).refresh(given))).isEqualTo("invalid_client");
    }

    @Test
    void aTokenIsNoneOfAPlaysAndTheDatabaseHoldsNone() {
        JsonNode given = tokens(browser, organisation.id());
        assertThat(program.userInfo(given).statusCode()).isIn(401, 403);
        List<String> raw = List.of(access(given), given.get("refresh_token").asString(), program.secret());
        List<String> rows = new ArrayList<>();
        for (String table : List.of("oauth2_authorization", "program_consent", "program")) {
            rows.addAll(jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list());
        }
        assertThat(rows).isNotEmpty().noneMatch(row -> raw.stream().anyMatch(row::contains));
    }

    @Test
    void aRequestThatNobodyAnsweredIsForgotten() {
        String state = state(consentPath(browser));
        expired.forget();
        assertThat(waiting(state)).isEqualTo(1);
        jdbc.sql("update oauth2_authorization set made_at = made_at - interval '2 days' where state = :state")
                .param("state", state)
                .update();
        expired.forget();
        assertThat(waiting(state)).isZero();
    }

    private TestPlay registered(Organisation by) {
        var made = register.register(by.id(), UUID.randomUUID(), "Roster bridge", TestPlay.CALLBACK, by.actor());
        assertThat(made).isInstanceOf(RegisterProgram.Result.Registered.class);
        var registered = (RegisterProgram.Result.Registered) made;
        return new TestPlay(port, registered.clientId(), registered.secret());
    }

    private String path(String... changes) {
        return program.authorizePath(
                Stream.concat(Stream.of("scope", ASKED), Stream.of(changes)).toArray(String[]::new));
    }

    /** Where the authorization endpoint sends the browser. */
    private String consentPath(HttpBrowser of) {
        String page = location(of.get(path()));
        assertThat(page).contains("/consent?");
        return page.substring(page.indexOf("/consent?"));
    }

    private static String state(String consentPath) {
        String encoded = consentPath.substring(consentPath.indexOf("state=") + 6);
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> answer(HttpBrowser of, String customer, String scopes) {
        List<String> form = new ArrayList<>(
                List.of("client_id", program.clientId(), "state", state(consentPath(of)), "customer", customer));
        Stream.of(scopes.split(" ", -1)).filter(scope -> !scope.isEmpty()).forEach(scope -> {
            form.add("scope");
            form.add(scope);
        });
        return of.postPlain("/oauth2/authorize", form.toArray(String[]::new));
    }

    private JsonNode tokens(HttpBrowser of, CustomerId customer) {
        return json(program.exchange(parameter(answer(of, customer.value() + "", ASKED), "code")));
    }

    private static String access(JsonNode given) {
        return given.get("access_token").asString();
    }

    private int revoke(String token) {
        return new HttpBrowser(port)
                .postPlain(
                        "/oauth2/revoke",
                        "token",
                        token,
                        "client_id",
                        program.clientId(),
                        "client_secret",
                        program.secret())
                .statusCode();
    }

    private int waiting(String state) {
        return jdbc.sql("select count(*) from oauth2_authorization where state = :state")
                .param("state", state)
                .query(Integer.class)
                .single();
    }
}
