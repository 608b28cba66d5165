package io.chodae.mail;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the outbox, of all customers, what has not moved for too long. */
@Component
class StuckMails {

    /** Past its lease; the delivery has had this long to take it again by itself. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LeaseTimes leases;

    StuckMails(JdbcClient jdbc, Clock clock, LeaseTimes leases) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.leases = leases;
    }

    /** Mails of held batches above all, which the delivery would never look at again. */
    int freeDeadLeases() {
        int total = 0;
        int freed;
        do {
            freed = jdbc.sql("""
                            with dead as materialized (
                                select customer_id, mail_id from mail
                                where state = 'sending' and next_attempt_at < :before and
                            """ + MailStore.CALM + """
                                limit :limit
                                for update skip locked)
                            update mail m
                            set state = case when (m.customer_id, m.kind, m.batch_id)
                                                  in (select customer_id, kind, batch_id from mail_hold)
                                             then 'held' else 'deferred' end,
                                next_attempt_at = :now
                            from dead
                            where m.customer_id = dead.customer_id and m.mail_id = dead.mail_id""")
                    .param("before", before(GRACE))
                    .param("calm", leases.afterRestart().toMillis() / 1000.0)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("limit", CHUNK)
                    .update();
            total += freed;
        } while (freed == CHUNK);
        return total;
    }

    /** Batches whose mails are not all where a hold or a release of a while ago wants them. */
    List<MailBatch> unsettled() {
        return jdbc.sql("""
                        select h.customer_id, h.kind, h.batch_id from mail_hold h
                        where h.since < :before
                          and exists (select 1 from mail m
                                      where m.customer_id = h.customer_id and m.kind = h.kind
                                        and m.batch_id = h.batch_id and m.state in ('queued', 'deferred'))
                        union
                        select distinct m.customer_id, m.kind, m.batch_id from mail m
                        where m.state = 'held'
                          and (m.customer_id, m.kind, m.batch_id)
                              not in (select customer_id, kind, batch_id from mail_hold)""")
                .param("before", before(GRACE))
                .query((row, number) -> new MailBatch(
                        new CustomerId(row.getLong("customer_id")), row.getString("kind"), row.getLong("batch_id")))
                .list();
    }

    /** Mails that have been due for so long that nobody seems to come for them. */
    int countForgotten() {
        return jdbc.sql("""
                        select count(*) from mail
                        where state = 'queued' and next_attempt_at < :before
                          and (customer_id, kind, batch_id) not in (select customer_id, kind, batch_id from mail_hold)""")
                .param("before", before(FORGOTTEN_AFTER))
                .query(Integer.class)
                .single();
    }

    private Timestamp before(Duration ago) {
        Instant now = clock.instant();
        return Timestamp.from(now.minus(ago));
    }
}
