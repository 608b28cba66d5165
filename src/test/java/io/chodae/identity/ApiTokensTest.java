package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.playclient.TestPlay;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A token is good for as long as everything behind it is. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class ApiTokensTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private ServiceAccountKeys keys;

    @Autowired
    private ChangeServiceAccount change;

    @Autowired
    private EditServiceAccount edit;

    @Autowired
    private RemoveOperator removeOperator;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Organisation organisation;
    private TestServiceAccount program;
    private String token;

    @BeforeEach
    void aTokenThatWorks() {
        clock.reset();
        organisation = accounts.organisation();
        program = accounts.serviceAccount(organisation, ApiScopes.CLOUD_IDENTITY, ApiScopes.DIRECTORY_USER);
        token = given(program);
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void anythingElseIsNoToken() {
        assertThat(tokens.verify("")).isEmpty();
        assertThat(tokens.verify(token + "x")).isEmpty();
        assertThat(tokens.verify(ClientSecrets.hash(token))).isEmpty();
        assertThat(tokens.verify("x".repeat(100_000))).isEmpty();
    }

    @Test
    void itEndsAfterAnHour() {
        clock.advance(Duration.ofMinutes(59));
        assertThat(tokens.verify(token)).isPresent();
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void itEndsWithItsKeyAndNotWithAnother() {
        TestServiceAccount other = accounts.withKey(organisation, program.id());
        keys.revoke(organisation.id(), program.id(), other.keyId(), organisation.actor());
        assertThat(tokens.verify(token)).isPresent();
        keys.revoke(organisation.id(), program.id(), program.keyId(), organisation.actor());
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void itRestsWhileTheServiceAccountIsOffAndEndsWithIt() {
        change.enable(organisation.id(), program.id(), false, organisation.actor());
        assertThat(tokens.verify(token)).isEmpty();
        change.enable(organisation.id(), program.id(), true, organisation.actor());
        assertThat(tokens.verify(token)).isPresent();
        change.remove(organisation.id(), program.id(), organisation.actor());
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void itLosesWhatIsTakenAwayFromItsServiceAccount() {
        List<String> reading = List.of(ApiScopes.DIRECTORY_USER_READONLY, ApiScopes.USER_INVITATIONS);

        assertThat(edit.edit(organisation.id(), program.id(), " HR  sync ", reading, organisation.actor()))
                .isInstanceOf(EditServiceAccount.Result.Changed.class);
        assertThat(edit.edit(organisation.id(), program.id(), "HR sync", reading, organisation.actor()))
                .isInstanceOf(EditServiceAccount.Result.Unchanged.class);

        ApiCaller caller = tokens.verify(token).orElseThrow();
        assertThat(caller.may(ApiScopes.DIRECTORY_USER)).isFalse();
        assertThat(caller.may(ApiScopes.CLOUD_IDENTITY)).isFalse();
        assertThat(jdbc.sql("""
                        select count(*) from audit_event
                        where customer_id = :customer and action = 'service_account.changed'
                        """)
                        .param("customer", organisation.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(edit.edit(organisation.id(), program.id(), "", List.of("x"), organisation.actor()))
                .isEqualTo(new EditServiceAccount.Result.Faults(
                        Set.of(ServiceAccountFault.NAME_MISSING, ServiceAccountFault.SCOPE_UNKNOWN)));
        assertThat(edit.edit(accounts.organisation().id(), program.id(), "HR", reading, organisation.actor()))
                .isInstanceOf(EditServiceAccount.Result.Gone.class);
    }

    @Test
    void itRestsWhileTheCustomerIsStopped() {
        suspend.suspend(organisation.id(), Actor.system());
        assertThat(tokens.verify(token)).isEmpty();
        suspend.resume(organisation.id(), Actor.system());
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void itEndsWithTheAdministratorsPart() {
        Account second = accounts.colleague(organisation, Role.OPERATOR);
        TestServiceAccount asSecond = as(second);
        String theirs = given(asSecond);
        assertThat(tokens.verify(theirs)).isPresent();
        removeOperator.remove(organisation.id(), second.id(), organisation.actor());
        assertThat(tokens.verify(theirs)).isEmpty();
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void itEndsWithTheAdministratorsAccount() {
        jdbc.sql("update account set disabled_at = now() where account_id = :id")
                .param("id", organisation.owner().id().value())
                .update();
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void aViewersTokenReads() {
        Account viewer = accounts.colleague(organisation, Role.VIEWER);
        String theirs = given(as(viewer));
        ApiCaller caller = tokens.verify(theirs).orElseThrow();
        assertThat(caller.scopes())
                .containsExactlyInAnyOrder(ApiScopes.USER_INVITATIONS_READONLY, ApiScopes.DIRECTORY_USER_READONLY);
        accounts.grant(organisation, viewer.id(), Role.OPERATOR);
        assertThat(tokens.verify(theirs).orElseThrow().may(ApiScopes.USER_INVITATIONS))
                .isTrue();
    }

    private TestServiceAccount as(Account administrator) {
        return new TestServiceAccount(
                program.port(),
                program.customer(),
                program.id(),
                program.keyFile(),
                administrator.email().value());
    }

    private String given(TestServiceAccount asking) {
        return TestPlay.json(asking.ask(clock.instant(), ApiScopes.CLOUD_IDENTITY + " " + ApiScopes.DIRECTORY_USER))
                .get("access_token")
                .asString();
    }
}
