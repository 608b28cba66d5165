package io.chodae.identity.provider;

import static io.chodae.playclient.TestPlay.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.ApiCaller;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ApiTokens;
import io.chodae.identity.ChangeServiceAccount;
import io.chodae.identity.ServiceAccountKeys;
import io.chodae.identity.ServiceAccounts;
import io.chodae.identity.TestServiceAccount;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.HttpBrowser;
import io.chodae.testing.TestClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Service accounts sign in by what they have signed, and by nothing else. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class JwtBearerTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private ServiceAccounts serviceAccounts;

    @Autowired
    private ServiceAccountKeys keys;

    @Autowired
    private ChangeServiceAccount change;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ServiceTokens stored;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @BeforeEach
    void atTheStart() {
        clock.reset();
    }

    @Test
    void aSignedAssertionBringsATokenForTheAdministrator() {
        Organisation organisation = accounts.organisation();
        TestServiceAccount program = accounts.serviceAccount(organisation, ApiScopes.USER_INVITATIONS);
        HttpResponse<String> answer = program.ask(clock.instant(), ApiScopes.USER_INVITATIONS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode token = json(answer);
        assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asInt()).isBetween(1, 3600);
        ApiCaller caller = tokens.verify(token.get("access_token").asString()).orElseThrow();
        assertThat(caller.customer()).isEqualTo(organisation.id());
        assertThat(caller.administrator()).isEqualTo(organisation.owner().id());
        assertThat(caller.administratorEmail()).isEqualTo(program.administrator());
        assertThat(caller.scopes()).containsExactly(ApiScopes.USER_INVITATIONS);
        assertThat(caller.may(ApiScopes.USER_INVITATIONS_READONLY)).isTrue();
        assertThat(caller.may(ApiScopes.DIRECTORY_USER_READONLY)).isFalse();
        String name = serviceAccounts
                .find(organisation.id(), program.id())
                .orElseThrow()
                .name();
        assertThat(caller.program().name()).isEqualTo(name);
        assertThat(caller.actor()).isEqualTo(Actor.program(caller.administrator(), program.administrator(), name));
        assertThat(jdbc.sql("""
                        select actor_label || ' ' || (details ->> 'key') from audit_event
                        where customer_id = :customer and action = 'service_account.token_given'
                        """)
                        .param("customer", organisation.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(program.administrator() + " · " + name + " " + program.keyId());
    }

    @Test
    void ourOwnTokenEndpointIsAnAudienceAndAKeyIdIsNotNeeded() {
        TestServiceAccount program = accounts.serviceAccount(accounts.organisation(), ApiScopes.CLOUD_IDENTITY);
        var claims = program.claims(clock.instant(), ApiScopes.USER_INVITATIONS_READONLY)
                .audience("https://chodae.example/oauth2/token");
        assertThat(program.ask(program.signed(claims, null)).statusCode()).isEqualTo(200);
    }

    @Test
    void anyOfSeveralKeysSigns() {
        Organisation organisation = accounts.organisation();
        TestServiceAccount first = accounts.serviceAccount(organisation, ApiScopes.DIRECTORY_USER);
        TestServiceAccount second = accounts.withKey(organisation, first.id());
        for (TestServiceAccount program : new TestServiceAccount[] {first, second}) {
            var claims = program.claims(clock.instant(), ApiScopes.DIRECTORY_USER);
            assertThat(program.ask(program.signed(claims, null)).statusCode()).isEqualTo(200);
        }
        assertThat(serviceAccounts.keys(organisation.id(), first.id()))
                .hasSize(2)
                .allMatch(key -> clock.instant().equals(key.lastUsed()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/identity/assertions.csv", numLinesToSkip = 1)
    void aHostileAssertionBringsNothing(String what, String changed, String error, String told) throws Exception {
        HostileAssertions hostile = new HostileAssertions(accounts, keys, change, suspend, jdbc, clock.instant());
        assertThat(hostile.program().ask(hostile.good()).statusCode()).isEqualTo(200);
        String assertion = hostile.with(changed);
        int before = given(hostile.program());
        HttpResponse<String> answer = hostile.program().ask(assertion);
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(json(answer).get("error").asString()).isEqualTo(error);
        assertThat(json(answer).get("error_description").asString()).contains(told);
        assertThat(json(answer).has("access_token")).isFalse();
        assertThat(given(hostile.program())).isEqualTo(before);
        assertThat(tokens.verify(assertion)).isEmpty();
    }

    @Test
    void aRequestWithoutAnAssertionOrWithTwoIsRefused() {
        TestServiceAccount program = accounts.serviceAccount(accounts.organisation(), ApiScopes.DIRECTORY_USER);
        String good = program.signed(program.claims(clock.instant(), ApiScopes.DIRECTORY_USER));
        HttpBrowser client = new HttpBrowser(program.port());
        String[][] forms = {
            {"grant_type", TestServiceAccount.GRANT},
            {"grant_type", TestServiceAccount.GRANT, "assertion", ""},
            {"grant_type", TestServiceAccount.GRANT, "assertion", good, "assertion", good}
        };
        for (String[] form : forms) {
            HttpResponse<String> answer = client.postPlain("/oauth2/token", form);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("error").asString()).isEqualTo("invalid_request");
        }
    }

    @Test
    void theProviderSaysThatItKnowsTheGrant() {
        HttpBrowser client = new HttpBrowser(port);
        for (String page : List.of("openid-configuration", "oauth-authorization-server")) {
            assertThat(json(client.get("/.well-known/" + page))
                            .get("grant_types_supported")
                            .toString())
                    .contains(TestServiceAccount.GRANT);
        }
    }

    @Test
    void otherGrantsStillNeedAClient() {
        HttpResponse<String> answer =
                new HttpBrowser(port).postPlain("/oauth2/token", "grant_type", "client_credentials");
        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void whatHasRunOutIsForgottenAndTheTableHoldsNoToken() {
        TestServiceAccount program = accounts.serviceAccount(accounts.organisation(), ApiScopes.DIRECTORY_USER);
        String token = json(program.ask(clock.instant(), ApiScopes.DIRECTORY_USER))
                .get("access_token")
                .asString();
        assertThat(jdbc.sql("select t::text from service_account_token t")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(token));
        stored.forget();
        assertThat(given(program)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(61));
        stored.forget();
        assertThat(given(program)).isZero();
        assertThat(jdbc.sql("select count(*) from spent_assertion where service_account_id = :id")
                        .param("id", program.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private int given(TestServiceAccount program) {
        return jdbc.sql("select count(*) from service_account_token where service_account_id = :id")
                .param("id", program.id())
                .query(Integer.class)
                .single();
    }
}
