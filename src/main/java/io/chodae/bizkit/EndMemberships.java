package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people go whose membership's last day is over, batch by batch. They can use nothing from midnight on anyway. */
@Component
public class EndMemberships {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SiteDay day;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    EndMemberships(
            JdbcClient jdbc,
            Clock clock,
            SiteDay day,
            AuditTrail audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.day = day;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    private record Ended(CustomerId customer, long user, AccountId account, String email) {}

    /**
     * Everybody who is due, a batch a transaction; several nodes may do so at once. Whom somebody else holds at the
     * moment is left for the next time.
     *
     * @return the number of people
     */
    public int endDue() {
        int total = 0;
        int batch;
        do {
            batch = transaction.execute(status -> endBatch());
            total += batch;
        } while (batch == BATCH);
        return total;
    }

    private int endBatch() {
        List<Ended> ended = jdbc.sql("""
                        update enrolled_user u set left_at = :now
                        from (select customer_id, user_id from enrolled_user
                              where left_at is null and ends_on < :today
                              order by ends_on, customer_id, user_id
                              limit :batch
                              for no key update skip locked) as due
                        where u.customer_id = due.customer_id and u.user_id = due.user_id
                        returning u.customer_id, u.user_id, u.account_id, u.email
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("today", day.today())
                .param("batch", BATCH)
                .query((row, number) -> new Ended(
                        new CustomerId(row.getLong("customer_id")),
                        row.getLong("user_id"),
                        new AccountId(row.getLong("account_id")),
                        row.getString("email")))
                .list();
        ended.stream()
                .collect(Collectors.groupingBy(one -> one.customer().value(), TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::say);
        return ended.size();
    }

    private void say(List<Ended> ofCustomer) {
        audit.recordEach(
                ofCustomer.getFirst().customer(),
                Actor.system(),
                "user.membership_ended",
                "user",
                ofCustomer.stream().collect(Collectors.toMap(Ended::user, one -> Map.of("email", one.email()))));
        ofCustomer.forEach(one -> events.publishEvent(new MembershipEnded(one.customer(), one.user(), one.account())));
    }
}
