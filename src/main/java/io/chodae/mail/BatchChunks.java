package io.chodae.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves the mails of a batch, each call a transaction of its own and as short as its chunk. */
@Component
class BatchChunks {

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchChunks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What waits in a held batch is held, what is held in another one waits. Rows that the delivery has in its hands
     * are passed over: it asks for the hold itself.
     */
    @Transactional
    public int settle(MailBatch batch, int limit) {
        return held(batch)
                ? move(batch, "state in ('queued', 'deferred')", "'held'", limit)
                : move(batch, "state = 'held'", "case when m.attempts = 0 then 'queued' else 'deferred' end", limit);
    }

    /** @param asked what was retried since then is left alone, so that failing again ends it */
    @Transactional
    public int retry(MailBatch batch, Instant asked, int limit) {
        return jdbc.sql("""
                        with failed as materialized (
                            select customer_id, mail_id from mail
                            where customer_id = :customer and kind = :kind and batch_id = :batch and state = 'failed'
                              and coalesce(asked_again_at < :asked, true)
                            limit :limit
                            for update skip locked)
                        update mail m
                        set state = :state, attempts = 0, next_attempt_at = :now, asked_again_at = :asked
                        from failed
                        where m.customer_id = failed.customer_id and m.mail_id = failed.mail_id""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("asked", Timestamp.from(asked))
                .param("now", Timestamp.from(clock.instant()))
                .param("state", held(batch) ? "held" : "queued")
                .param("limit", limit)
                .update();
    }

    /** Kept from being released until the chunk is committed. */
    private boolean held(MailBatch batch) {
        return jdbc.sql("""
                        select 1 from mail_hold
                        where customer_id = :customer and kind = :kind and batch_id = :batch
                        for share""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * @param from condition, of this class
     * @param to expression, of this class
     */
    private int move(MailBatch batch, String from, String to, int limit) {
        return jdbc.sql("""
                        with chunk as materialized (
                            select customer_id, mail_id from mail
                            where customer_id = :customer and kind = :kind and batch_id = :batch and
                        """ + from + """
                             limit :limit
                            for update skip locked)
                        update mail m set state =
                        """ + to + """
                         from chunk
                        where m.customer_id = chunk.customer_id and m.mail_id = chunk.mail_id""")
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("limit", limit)
                .update();
    }
}
