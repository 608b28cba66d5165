package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches a service account off and on, or removes it with its keys. What it was given ends with it at once. */
@Component
public class ChangeServiceAccount {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    ChangeServiceAccount(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** False where nothing changed. */
    @Transactional
    public boolean enable(CustomerId customer, long id, boolean enabled, Actor actor) {
        int changed = jdbc.sql("""
                        update service_account
                           set disabled_at = case when :enabled then null else cast(:now as timestamptz) end
                         where customer_id = :customer and service_account_id = :id
                           and (disabled_at is null) <> :enabled
                        """)
                .param("enabled", enabled)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("id", id)
                .update();
        if (changed == 1) {
            audit.record(
                    customer,
                    actor,
                    enabled ? "service_account.enabled" : "service_account.disabled",
                    "service_account",
                    String.valueOf(id),
                    Map.of());
        }
        return changed == 1;
    }

    /** Its name and keys never work again. False where there is none. */
    @Transactional
    public boolean remove(CustomerId customer, long id, Actor actor) {
        jdbc.sql("delete from service_account_key where customer_id = :customer and service_account_id = :id")
                .param("customer", customer.value())
                .param("id", id)
                .update();
        Optional<Map<String, String>> removed = jdbc.sql("""
                        delete from service_account where customer_id = :customer and service_account_id = :id
                        returning name, client_email
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> Map.of("name", row.getString("name"), "client", row.getString("client_email")))
                .optional();
        removed.ifPresent(facts ->
                audit.record(customer, actor, "service_account.removed", "service_account", String.valueOf(id), facts));
        return removed.isPresent();
    }
}
