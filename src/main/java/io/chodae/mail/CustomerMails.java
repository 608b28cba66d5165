package io.chodae.mail;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops everything that waits of one customer, and lets it go on. Batches that were held by themselves stay held. As
 * with {@link BatchControl}, a hold counts from its commit on; the rows' states are brought after it by the sweep.
 */
@Component
public class CustomerMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the caller's transaction. Whoever stops a customer sees to it that nothing more is enqueued for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CustomerId customer) {
        jdbc.sql("""
                        insert into mail_hold (customer_id, kind, batch_id, since, stopped)
                        select distinct customer_id, kind, batch_id, cast(:now as timestamptz), true
                        from mail
                        where customer_id = :customer and state in ('queued', 'sending', 'deferred')
                        on conflict do nothing""")
                .param("customer", customer.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CustomerId customer) {
        jdbc.sql("delete from mail_hold where customer_id = :customer and stopped")
                .param("customer", customer.value())
                .update();
    }
}
