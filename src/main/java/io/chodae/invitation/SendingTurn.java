package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One at a time gives out links of a customer. Two who invite the same new address at once would both find none that
 * is alive, and the second would fail on the index instead of replacing the first.
 */
@Component
public class SendingTurn {

    private final JdbcClient jdbc;

    SendingTurn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the turn and keeps it until the caller's transaction ends; taken before any invitation's lock. */
    public void take(CustomerId customer) {
        // the weakest lock that excludes itself: foreign keys to the customer go on being written
        jdbc.sql("select customer_id from customer where customer_id = :customer for no key update")
                .param("customer", customer.value())
                .query(Long.class)
                .optional();
    }
}
