package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.MakeDirectoryToken.Fault;
import io.chodae.identity.MakeDirectoryToken.Result;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A directory token works until somebody ends it, and the database holds none that works. */
@ChodaeTest
@Import(TestServiceAccounts.class)
class DirectoryTokensTest {

    @Autowired
    private TestServiceAccounts accounts;

    @Autowired
    private DirectoryTokens tokens;

    @Autowired
    private ApiTokens apiTokens;

    @Autowired
    private MakeDirectoryToken make;

    @Autowired
    private RevokeDirectoryToken revoke;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Organisation organisation;

    @BeforeEach
    void anOrganisation() {
        clock.reset();
        organisation = accounts.organisation();
    }

    @Test
    void itIsKnownByItsPrefixAndTellsForWhomItCalls() {
        String token = made("Okta").secret();
        assertThat(token).matches("chodae_scim_[A-Za-z0-9_-]{43}");
        DirectoryCaller caller = tokens.verify(token).orElseThrow();
        assertThat(caller.customer()).isEqualTo(organisation.id());
        assertThat(caller.actor().account()).isNull();
        assertThat(caller.actor().label()).isEqualTo("SCIM · Okta");
    }

    @Test
    void anythingElseIsNone() {
        String token = made("Okta").secret();
        assertThat(List.of(
                        "",
                        "chodae_scim_",
                        token + "x",
                        token.substring(0, token.length() - 1),
                        ClientSecrets.hash(token),
                        "chodae_scim_" + "x".repeat(100_000)))
                .allSatisfy(other -> assertThat(tokens.verify(other)).isEmpty());
        assertThat(apiTokens.verify(token)).isEmpty();
    }

    @Test
    void theDatabaseAndWhatIsPrintedHoldNoneThatWorks() {
        Result.Made made = made("Okta");
        assertThat(made.toString()).doesNotContain("chodae_scim_");
        assertThat(jdbc.sql("select t::text from directory_token t")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContain(made.secret().substring("chodae_scim_".length())));
    }

    @Test
    void itEndsAtOnceAndTheOtherGoesOn() {
        Result.Made old = made("Okta");
        Result.Made young = made("Okta, from May");
        assertThat(revoke.revoke(organisation.id(), old.id(), organisation.actor()))
                .isTrue();
        assertThat(tokens.verify(old.secret())).isEmpty();
        assertThat(tokens.verify(young.secret())).isPresent();
        assertThat(revoke.revoke(organisation.id(), old.id(), organisation.actor()))
                .isFalse();
    }

    @Test
    void nobodyElseCanEndIt() {
        Result.Made made = made("Okta");
        Organisation other = accounts.organisation();
        assertThat(revoke.revoke(other.id(), made.id(), other.actor())).isFalse();
        assertThat(tokens.verify(made.secret())).isPresent();
    }

    @Test
    void itRestsWhileItsCustomerIsStopped() {
        Result.Made made = made("Okta");
        suspend.suspend(organisation.id(), organisation.actor());
        assertThat(tokens.verify(made.secret())).isEmpty();
        suspend.resume(organisation.id(), organisation.actor());
        assertThat(tokens.verify(made.secret())).isPresent();
    }

    @Test
    void whenItWasUsedIsKeptToTheMinute() {
        Result.Made made = made("Okta");
        assertThat(lastUsed(made)).isNull();
        tokens.verify(made.secret());
        Instant first = clock.instant();
        assertThat(lastUsed(made)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(59));
        tokens.verify(made.secret());
        assertThat(lastUsed(made)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        tokens.verify(made.secret());
        assertThat(lastUsed(made)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void aNameIsNeededAndStandsForOneThatWorks() {
        assertThat(fault(" ")).isEqualTo(Fault.NAME_MISSING);
        assertThat(fault("x".repeat(61))).isEqualTo(Fault.NAME_TOO_LONG);
        Result.Made made = made("Okta");
        assertThat(fault(" OKTA ")).isEqualTo(Fault.NAME_TAKEN);
        revoke.revoke(organisation.id(), made.id(), organisation.actor());
        made("Okta");
    }

    @Test
    void tenWorkAtOnce() {
        for (int i = 0; i < 10; i++) {
            made("Okta " + i);
        }
        assertThat(fault("one more")).isEqualTo(Fault.TOO_MANY);
    }

    @Test
    void makingAndEndingAreAudited() {
        Result.Made made = made("Okta");
        revoke.revoke(organisation.id(), made.id(), organisation.actor());
        assertThat(jdbc.sql("""
                                select action || ' ' || actor_label || ' ' || (details ->> 'name')
                                  from audit_event
                                 where customer_id = :customer and subject_type = 'directory_token' order by at, action
                                """)
                        .param("customer", organisation.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "directory_token.made " + organisation.actor().label() + " Okta",
                        "directory_token.revoked " + organisation.actor().label() + " Okta");
    }

    private Result.Made made(String name) {
        Result result = make.make(organisation.id(), name, organisation.actor());
        assertThat(result).isInstanceOf(Result.Made.class);
        return (Result.Made) result;
    }

    private Fault fault(String name) {
        return ((Result.Refused) make.make(organisation.id(), name, organisation.actor())).fault();
    }

    private @Nullable Instant lastUsed(Result.Made made) {
        return tokens.of(organisation.id()).stream()
                .filter(token -> token.id() == made.id())
                .findFirst()
                .orElseThrow()
                .lastUsed();
    }
}
