package io.chodae.directory;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a consumer account into a customer's hands. Who calls says why the customer may have it, and where the account
 * came by another way than an invitation, publishes {@link AccountsDisappeared}.
 */
@Component
public class ManageAccount {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    ManageAccount(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether this call made the account managed; false where somebody manages it already, or it is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean manage(AccountId account, CustomerId customer, Actor actor) {
        int changed = jdbc.sql("""
                        update account set managed_by = :customer, managed_since = :now
                        where account_id = :account and managed_by is null
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed == 1) {
            audit.record(customer, actor, "account.managed", "account", String.valueOf(account.value()), Map.of());
        }
        return changed == 1;
    }
}
