package io.chodae.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes mails in the caller's transaction: they are sent after its commit, or never where it rolls back. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakeUp wakeUp;

    Outbox(JdbcClient jdbc, Clock clock, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    /**
     * Enqueues many mails by one statement and wakes the delivery once the transaction has committed. A mail that was
     * enqueued before (same customer, kind, subject and subject number) is not enqueued again.
     * A few at once are taken for mails that somebody waits for, and go before what came by hundreds. Mails of a batch that is held
     * wait for its release.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enqueue(List<MailRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into mail (customer_id, kind, batch_id, subject_id, subject_number, to_email, to_key,
                                          to_name, language, lane, next_attempt_at, created_at, state)
                        select t.customer, t.kind, t.batch, t.subject, t.number, t.email, t.key,
                               t.name, t.language, :lane, :now, :now,
                               case when (t.customer, t.kind, t.batch) in (select customer_id, kind, batch_id from mail_hold)
                                    then 'held' else 'queued' end
                        from unnest(:customers::bigint[], :kinds::text[], :batches::bigint[], :subjects::bigint[],
                                    :numbers::int[], :emails::text[], :keys::text[], :names::text[],
                                    :languages::text[])
                             as t (customer, kind, batch, subject, number, email, key, name, language)
                        on conflict (customer_id, kind, subject_id, subject_number) do nothing
                        """)
                .param("lane", Lane.of(requests.size()).number())
                .param("now", Timestamp.from(clock.instant()))
                .param("customers", column(requests, one -> one.customer().value(), Long[]::new))
                .param("kinds", column(requests, MailRequest::kind, String[]::new))
                .param("batches", column(requests, MailRequest::batchId, Long[]::new))
                .param("subjects", column(requests, MailRequest::subjectId, Long[]::new))
                .param("numbers", column(requests, MailRequest::subjectNumber, Integer[]::new))
                .param("emails", column(requests, one -> one.to().value(), String[]::new))
                .param("keys", column(requests, one -> one.to().key(), String[]::new))
                .param("names", column(requests, MailRequest::toName, String[]::new))
                .param("languages", column(requests, one -> one.language().tag(), String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeUp.ring();
            }
        });
    }

    private static <T> T[] column(
            List<MailRequest> requests, Function<MailRequest, T> value, java.util.function.IntFunction<T[]> array) {
        return requests.stream().map(value).toArray(array);
    }
}
