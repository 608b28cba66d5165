package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what became of mails. */
@Component
public class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest mail of this kind about each subject; subjects without one are left out. */
    public Map<Long, Delivery> latestFor(CustomerId customer, String kind, Collection<Long> subjectIds) {
        return jdbc
                .sql("""
                        select distinct on (subject_id)
                               subject_id, subject_number, state, attempts, last_reply, sent_at, next_attempt_at,
                               tried_at
                        from mail
                        where customer_id = :customer and kind = :kind and subject_id = any(:subjects)
                        order by subject_id, subject_number desc
                        """)
                .param("customer", customer.value())
                .param("kind", kind)
                .param("subjects", subjectIds.toArray(Long[]::new))
                .query(Deliveries::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Delivery::subjectId, Function.identity()));
    }

    /** These very mails of a kind; those that there are not are left out. */
    public Map<MailSubject, Delivery> of(CustomerId customer, String kind, Collection<MailSubject> mails) {
        return jdbc
                .sql("""
                        select m.subject_id, m.subject_number, m.state, m.attempts, m.last_reply, m.sent_at,
                               m.next_attempt_at, m.tried_at
                        from unnest(:subjects::bigint[], :numbers::int[]) as asked (subject, number)
                        join mail m on m.customer_id = :customer and m.kind = :kind
                                   and m.subject_id = asked.subject and m.subject_number = asked.number
                        """)
                .param("customer", customer.value())
                .param("kind", kind)
                .param("subjects", mails.stream().map(MailSubject::id).toArray(Long[]::new))
                .param("numbers", mails.stream().map(MailSubject::number).toArray(Integer[]::new))
                .query(Deliveries::read)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        one -> new MailSubject(one.subjectId(), one.subjectNumber()),
                        Function.identity(),
                        (one, same) -> one));
    }

    /** Every mail of this kind about one subject, newest first. */
    public List<MailHistory> historyOf(CustomerId customer, String kind, long subjectId) {
        return jdbc.sql("""
                        select subject_id, subject_number, state, attempts, last_reply, sent_at, next_attempt_at,
                               tried_at, created_at
                        from mail
                        where customer_id = :customer and kind = :kind and subject_id = :subject
                        order by subject_number desc
                        """)
                .param("customer", customer.value())
                .param("kind", kind)
                .param("subject", subjectId)
                .query((row, number) ->
                        new MailHistory(row.getTimestamp("created_at").toInstant(), read(row, number)))
                .list();
    }

    /** How many mails of a batch are where. */
    public DeliveryCounts countsForBatch(CustomerId customer, String kind, long batchId) {
        return jdbc.sql("""
                        select count(*) filter (where state in ('queued', 'sending')) as queued,
                               count(*) filter (where state = 'sent') as sent,
                               count(*) filter (where state = 'deferred') as deferred,
                               count(*) filter (where state = 'failed') as failed,
                               count(*) filter (where state = 'obsolete') as obsolete,
                               count(*) filter (where state = 'held') as held,
                               count(*) filter (where state = 'bounced') as bounced,
                               count(*) filter (where state = 'suppressed') as suppressed
                        from mail
                        where customer_id = :customer and kind = :kind and batch_id = :batch
                        """)
                .param("customer", customer.value())
                .param("kind", kind)
                .param("batch", batchId)
                .query((row, number) -> new DeliveryCounts(
                        row.getLong("queued"),
                        row.getLong("sent"),
                        row.getLong("deferred"),
                        row.getLong("failed"),
                        row.getLong("obsolete"),
                        row.getLong("held"),
                        row.getLong("bounced"),
                        row.getLong("suppressed")))
                .single();
    }

    /**
     * What the newest mails about their subjects are about, of those in these states: one page, newest subject first.
     *
     * @param before where the page before ended; {@link Long#MAX_VALUE} for the first
     */
    public List<MailSubject> subjects(MailBatch batch, Set<DeliveryState> states, long before, int limit) {
        return jdbc.sql("""
                        select m.subject_id, m.subject_number from mail m
                        where m.customer_id = :customer and m.kind = :kind and m.batch_id = :batch
                          and m.state = any(:states) and m.subject_id < :before
                          and not exists (select 1 from mail newer
                                          where newer.customer_id = m.customer_id and newer.kind = m.kind
                                            and newer.subject_id = m.subject_id
                                            and newer.subject_number > m.subject_number)
                        order by m.subject_id desc
                        limit :limit
                        """)
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .param("states", states.stream().map(DeliveryState::word).toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> new MailSubject(row.getLong("subject_id"), row.getInt("subject_number")))
                .list();
    }

    /**
     * Whether a subject's mail of this number is in one of these states, as a condition for the room that knows the
     * subjects.
     *
     * @param about expression for the subject, beside {@code i.customer_id}
     * @param number expression for which of its mails
     */
    public static SqlCondition isIn(String kind, Set<DeliveryState> states, String about, String number) {
        return new SqlCondition(
                """
                exists (select from mail m
                        where m.customer_id = i.customer_id and m.kind = :mail_kind and m.subject_id = %s
                          and m.subject_number = %s and m.state = any(:mail_states))""".formatted(about, number),
                Map.of(
                        "mail_kind",
                        kind,
                        "mail_states",
                        states.stream().map(DeliveryState::word).sorted().toArray(String[]::new)));
    }

    /**
     * How many mails of each batch are still to go out, held ones among them; batches with none are left out.
     *
     * @param limit of each batch no more than so many are counted
     */
    public Map<Long, Integer> waiting(CustomerId customer, String kind, Collection<Long> batchIds, int limit) {
        return jdbc
                .sql("""
                        select b.batch, open.n
                        from unnest(:batches::bigint[]) as b (batch)
                        cross join lateral (
                            select count(*) as n
                            from (select from mail m
                                  where m.customer_id = :customer and m.kind = :kind and m.batch_id = b.batch
                                    and m.state in ('queued', 'sending', 'deferred', 'held')
                                  limit :limit) as few) as open
                        where open.n > 0
                        """)
                .param("customer", customer.value())
                .param("kind", kind)
                .param("batches", batchIds.toArray(Long[]::new))
                .param("limit", limit)
                .query((row, number) -> Map.entry(row.getLong("batch"), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** About how many subjects a mail of this batch was taken by the relay. */
    public int countSubjectsSent(MailBatch batch) {
        return jdbc.sql("""
                        select count(distinct subject_id) from mail
                        where customer_id = :customer and kind = :kind and batch_id = :batch and state = 'sent'
                        """)
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .query(Integer.class)
                .single();
    }

    /** How many subjects have a mail in this batch. */
    public int countSubjects(MailBatch batch) {
        return jdbc.sql("""
                        select count(distinct subject_id) from mail
                        where customer_id = :customer and kind = :kind and batch_id = :batch
                        """)
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .query(Integer.class)
                .single();
    }

    /**
     * What servers said most often to the mails of a batch that failed or bounced, as one of them said it: answers with the same
     * codes count as the same, since their words often name the address.
     */
    public Optional<String> commonestFailure(MailBatch batch) {
        return jdbc.sql("""
                        select min(last_reply) as reply from mail
                        where customer_id = :customer and kind = :kind and batch_id = :batch
                          and state in ('failed', 'bounced') and last_reply is not null
                        group by coalesce(substring(last_reply from '^[0-9]{3}(?:[ -][0-9][.][0-9]+[.][0-9]+)?'), last_reply)
                        order by count(*) desc, 1
                        limit 1
                        """)
                .param("customer", batch.customer().value())
                .param("kind", batch.kind())
                .param("batch", batch.batchId())
                .query(String.class)
                .optional();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        DeliveryState state = DeliveryState.ofWord(row.getString("state"));
        boolean waits = state == DeliveryState.QUEUED || state == DeliveryState.DEFERRED;
        return new Delivery(
                row.getLong("subject_id"),
                row.getInt("subject_number"),
                state,
                row.getInt("attempts"),
                row.getString("last_reply"),
                instant(row.getTimestamp("sent_at")),
                waits ? instant(row.getTimestamp("next_attempt_at")) : null,
                instant(row.getTimestamp("tried_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
