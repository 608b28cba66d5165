package io.chodae.directory;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a customer, or lets it go on: while it is stopped nobody can accept its invitations, none goes out, and its
 * Plays let nobody in. Nothing is deleted.
 */
@Component
public class SuspendCustomer {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SuspendCustomer(JdbcClient jdbc, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether this call changed anything; acceptances that are under way are waited for. */
    @Transactional
    public boolean suspend(CustomerId customer, Actor actor) {
        return set(customer, true, actor);
    }

    /** Whether this call changed anything. */
    @Transactional
    public boolean resume(CustomerId customer, Actor actor) {
        return set(customer, false, actor);
    }

    private boolean set(CustomerId customer, boolean suspended, Actor actor) {
        // the strongest lock: it waits for those who asked and went on because the answer was no
        jdbc.sql("select customer_id from customer where customer_id = :customer for update")
                .param("customer", customer.value())
                .query(Long.class)
                .optional();
        int changed = jdbc.sql("""
                        update customer set suspended_at = case when :suspended then cast(:now as timestamptz) end
                        where customer_id = :customer and (suspended_at is not null) <> :suspended
                        """)
                .param("customer", customer.value())
                .param("suspended", suspended)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed == 1) {
            audit.record(
                    customer,
                    actor,
                    suspended ? "customer.suspended" : "customer.resumed",
                    "customer",
                    String.valueOf(customer.value()),
                    Map.of());
            events.publishEvent(suspended ? new CustomerSuspended(customer) : new CustomerResumed(customer));
        }
        return changed == 1;
    }
}
