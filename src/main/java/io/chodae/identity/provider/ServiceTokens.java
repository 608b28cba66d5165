package io.chodae.identity.provider;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.identity.ClientSecrets;
import io.chodae.identity.provider.Issuers.Issuer;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What service accounts were given, and which assertions it was given for. */
@Component
class ServiceTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    ServiceTokens(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** For whom a program may act. */
    record Administrator(AccountId account, String email) {}

    /** The account behind the address, if it works for the customer and is neither closed nor suspended. */
    Optional<Administrator> administrator(CustomerId customer, EmailAddress address) {
        return jdbc.sql("""
                        select a.account_id, a.email
                          from account a
                          join operator o using (account_id)
                         where a.email_key = :key and o.customer_id = :customer
                           and a.disabled_at is null and a.suspended_at is null
                        """)
                .param("key", address.key())
                .param("customer", customer.value())
                .query((row, number) ->
                        new Administrator(new AccountId(row.getLong("account_id")), row.getString("email")))
                .optional();
    }

    /**
     * Uses an assertion up; false where it was used before, or its key was revoked in this moment.
     *
     * @param hash of what was signed: a signature may be written in more than one way
     */
    boolean spend(Issuer issuer, String key, String hash, Instant until, Instant now) {
        int first = jdbc.sql("""
                        insert into spent_assertion (customer_id, service_account_id, assertion_hash, expires_at)
                        values (:customer, :id, :hash, :until)
                        on conflict (customer_id, service_account_id, assertion_hash) do nothing
                        """)
                .param("customer", issuer.customer().value())
                .param("id", issuer.serviceAccount())
                .param("hash", hash)
                .param("until", Timestamp.from(until))
                .update();
        int used = jdbc.sql("""
                        update service_account_key set last_used_at = :now
                         where customer_id = :customer and service_account_id = :id and key_id = :key
                           and revoked_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("customer", issuer.customer().value())
                .param("id", issuer.serviceAccount())
                .param("key", key)
                .update();
        return first == 1 && used == 1;
    }

    /** The trail names the program, its key and the administrator who may know nothing of it. */
    AssertionResult.Granted grant(
            Issuer issuer, String key, Administrator administrator, Set<String> scopes, Instant now) {
        String token = ClientSecrets.make(random);
        Instant expires = now.plus(LIFE);
        jdbc.sql("""
                        insert into service_account_token (customer_id, token_hash, service_account_id, key_id, account_id,
                                                           scopes, expires_at)
                        values (:customer, :hash, :id, :key, :administrator, :scopes::text[], :expires)
                        """)
                .param("customer", issuer.customer().value())
                .param("hash", ClientSecrets.hash(token))
                .param("id", issuer.serviceAccount())
                .param("key", key)
                .param("administrator", administrator.account().value())
                .param("scopes", scopes.toArray(String[]::new))
                .param("expires", Timestamp.from(expires))
                .update();
        audit.record(
                issuer.customer(),
                Actor.program(administrator.account(), administrator.email(), issuer.name()),
                "service_account.token_given",
                "service_account",
                String.valueOf(issuer.serviceAccount()),
                Map.of("email", administrator.email(), "key", key, "scopes", String.join(" ", scopes)));
        return new AssertionResult.Granted(token, issuer.clientId(), scopes, now, expires);
    }

    /** What has run out is of no use to anybody. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from service_account_token where expires_at <= :now")
                .param("now", now)
                .update();
        jdbc.sql("delete from spent_assertion where expires_at <= :now")
                .param("now", now)
                .update();
    }
}
