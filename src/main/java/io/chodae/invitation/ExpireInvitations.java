package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves invitations whose time is over to EXPIRED, batch by batch, and says so. */
@Component
public class ExpireInvitations {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ExpireInvitations(
            JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Expired(long customer, long invitation) {}

    /** Expires everything that is due now; the number of invitations. */
    public int expireDue() {
        int total = 0;
        int batch;
        do {
            batch = transaction.execute(status -> expireBatch());
            total += batch;
        } while (batch == BATCH);
        return total;
    }

    private int expireBatch() {
        List<Expired> expired = jdbc.sql("""
                        update invitation i
                        set state = 'EXPIRED', ended_at = i.expires_at, updated_at = :now
                        from (select customer_id, invitation_id from invitation
                              where state = 'INVITED' and expires_at <= :now
                              order by expires_at
                              limit :batch
                              for update skip locked) as due
                        where i.customer_id = due.customer_id and i.invitation_id = due.invitation_id
                        returning i.customer_id, i.invitation_id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query((row, number) -> new Expired(row.getLong("customer_id"), row.getLong("invitation_id")))
                .list();
        Map<Long, List<Long>> byCustomer = new TreeMap<>();
        expired.forEach(one -> byCustomer
                .computeIfAbsent(one.customer(), customer -> new ArrayList<>())
                .add(one.invitation()));
        byCustomer.forEach(
                (customer, ids) -> events.publishEvent(new InvitationsExpired(new CustomerId(customer), ids)));
        return expired.size();
    }
}
