package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ExpireInvitations(
            JdbcClient jdbc,
            Clock clock,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Expired(long customer, long offer, long invitation) {}

    /**
     * Expires everything that is due now, a batch a transaction; several nodes may do so at once. Whatever somebody
     * else holds at the moment is left for the next time.
     *
     * @return the number of invitations
     */
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
                        returning i.customer_id, i.offer_id, i.invitation_id
                        """)
                .param("now", now())
                .param("batch", BATCH)
                .query(ExpireInvitations::read)
                .list();
        say(expired);
        return expired.size();
    }

    /**
     * Before these addresses get a new link: the timer may not have come by yet, and a dead record blocks nobody. Keys
     * are locked in their order, and looked up as {@link SupersedeInvitations} does. Whom that finds is gathered before
     * anything is updated: joined, old statistics could have the customer's rows read once for every other one.
     */
    void expireAmong(CustomerId customer, String... emailKeys) {
        say(jdbc.sql("""
                        update invitation i
                        set state = 'EXPIRED', ended_at = i.expires_at, updated_at = :now
                        where i.customer_id = :customer
                          and i.invitation_id = any(array(
                                select due.invitation_id
                                from unnest(:keys::text[]) as k (key)
                                cross join lateral (select o.invitation_id from invitation o
                                                    where o.customer_id = :customer and o.email_key = k.key
                                                      and o.state is not distinct from 'INVITED' and o.kind = 'BIZ'
                                                      and (o.expires_at > :now) is not true
                                                    for update) as due))
                        returning i.customer_id, i.offer_id, i.invitation_id
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys)
                .param("now", now())
                .query(ExpireInvitations::read)
                .list());
    }

    private void say(List<Expired> expired) {
        expired.stream()
                .collect(Collectors.groupingBy(Expired::customer, TreeMap::new, Collectors.toList()))
                .forEach((customer, ofCustomer) -> say(new CustomerId(customer), ofCustomer));
    }

    private void say(CustomerId customer, List<Expired> expired) {
        expired.stream()
                .collect(Collectors.groupingBy(Expired::offer, TreeMap::new, Collectors.counting()))
                .forEach((offer, count) -> audit.record(
                        customer,
                        Actor.system(),
                        "invitation.expired",
                        "offer",
                        offer.toString(),
                        Map.of("count", count.toString())));
        events.publishEvent(new InvitationsExpired(
                customer, expired.stream().map(Expired::invitation).toList()));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Expired read(ResultSet row, int number) throws SQLException {
        return new Expired(row.getLong("customer_id"), row.getLong("offer_id"), row.getLong("invitation_id"));
    }
}
