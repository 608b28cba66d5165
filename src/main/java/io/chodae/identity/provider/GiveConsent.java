package io.chodae.identity.provider;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what an administrator lets a program do for a customer, and whether that still holds. */
@Component
class GiveConsent {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    GiveConsent(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** False where the account does not work for the customer, or the customer was stopped. */
    @Transactional
    public boolean give(
            CustomerId customer, AccountId account, String clientId, String authorizationId, List<String> scopes) {
        Optional<String> email = jdbc.sql("""
                        insert into program_consent (customer_id, authorization_id, client_id, account_id, scopes, given_at)
                        select o.customer_id, :authorization, :client, o.account_id, :scopes::text[], :now
                          from operator o
                          join customer c using (customer_id)
                         where o.customer_id = :customer and o.account_id = :account and c.suspended_at is null
                        on conflict (authorization_id) do nothing
                        returning (select email from account where account_id = :account)
                        """)
                .param("authorization", authorizationId)
                .param("client", clientId)
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("account", account.value())
                .query(String.class)
                .optional();
        email.ifPresent(address -> audit.record(
                customer,
                Actor.account(account, address),
                "program.allowed",
                "program",
                clientId,
                Map.of("scopes", String.join(" ", scopes))));
        return email.isPresent();
    }

    /** Whether the person may still speak for the customer. */
    boolean holds(String authorizationId) {
        return jdbc.sql("""
                        select exists (select 1
                                         from program_consent g
                                         join operator o using (customer_id, account_id)
                                         join customer c using (customer_id)
                                         join account a using (account_id)
                                        where g.authorization_id = :id and c.suspended_at is null
                                          and a.disabled_at is null and a.suspended_at is null)
                        """).param("id", authorizationId).query(Boolean.class).single();
    }
}
