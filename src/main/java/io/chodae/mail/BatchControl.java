package io.chodae.mail;

import io.chodae.shared.PlainText;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a batch of mails, lets it go on, drops what has not gone out, tries again what failed. A mail that is being
 * handed over at that moment ends as it ends: sent stays sent.
 *
 * <p>A hold counts from its commit on, on every node and over restarts, also for mails that are enqueued later: the
 * claim passes over every mail of the batch. {@link #settle} then brings the rows' states after it, a chunk a
 * transaction, so that nobody waits for a hundred thousand rows.
 */
@Component
public class BatchControl {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakeUp wakeUp;
    private final BatchChunks chunks;

    BatchControl(JdbcClient jdbc, Clock clock, WakeUp wakeUp, BatchChunks chunks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wakeUp = wakeUp;
        this.chunks = chunks;
    }

    /** In the caller's transaction; {@link #settle} has to follow its commit. A second hold changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(MailBatch batch) {
        jdbc.sql("""
                        insert into mail_hold (customer_id, kind, batch_id, since)
                        values (:customer, :kind, :batch, :now)
                        on conflict (customer_id, kind, batch_id) do update set stopped = false""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** In the caller's transaction; {@link #settle} has to follow its commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(MailBatch batch) {
        jdbc.sql("delete from mail_hold where customer_id = :customer and kind = :kind and batch_id = :batch")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .update();
    }

    /**
     * Brings the mails of a batch after its hold or release. May be repeated, and run twice at once.
     *
     * @return how many were moved
     */
    public int settle(MailBatch batch) {
        int total = 0;
        int moved;
        do {
            moved = chunks.settle(batch, CHUNK);
            total += moved;
        } while (moved == CHUNK);
        wakeUp.ring();
        return total;
    }

    /**
     * Gives up mails that have not gone out, in the caller's transaction, and says what they were about. Repeated until
     * it answers with none; where some are being handed over ({@link #underWay}), also afterwards.
     *
     * @param until mails enqueued later are left alone
     * @param why one short English sentence for the operator's list
     * @param limit a thousand or so
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MailSubject> drop(MailBatch batch, Instant until, String why, int limit) {
        return jdbc.sql("""
                        with rest as materialized (
                            select customer_id, mail_id from mail
                            where customer_id = :customer and kind = :kind and batch_id = :batch
                              and state in ('queued', 'deferred', 'held') and created_at <= :until
                            limit :limit
                            for update)
                        update mail m set state = 'obsolete', last_reply = :why
                        from rest
                        where m.customer_id = rest.customer_id and m.mail_id = rest.mail_id
                        returning m.subject_id, m.subject_number""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("until", Timestamp.from(until))
                .param("why", PlainText.oneLine(why))
                .param("limit", limit)
                .query((row, number) -> new MailSubject(row.getLong("subject_id"), row.getInt("subject_number")))
                .list();
    }

    /** Whether mails of this batch, enqueued until then, are being handed over at this moment. */
    public boolean underWay(MailBatch batch, Instant until) {
        return jdbc.sql("""
                        select exists (select 1 from mail
                                       where customer_id = :customer and kind = :kind and batch_id = :batch
                                         and state = 'sending' and created_at <= :until)""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("until", Timestamp.from(until))
                .query(Boolean.class)
                .single();
    }

    /**
     * Tries again what failed for good: the same rows, so the same link and the same Message-ID, with attempts that
     * start anew. Mails of a held batch wait for its release.
     *
     * @return how many
     */
    public int retryFailed(MailBatch batch) {
        Instant asked = clock.instant();
        int total = 0;
        int moved;
        do {
            moved = chunks.retry(batch, asked, CHUNK);
            total += moved;
        } while (moved == CHUNK);
        wakeUp.ring();
        return total;
    }
}
