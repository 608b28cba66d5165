package io.chodae.mail;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
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
                               subject_id, subject_number, state, attempts, last_reply, sent_at, next_attempt_at
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

    /** How many mails of a batch are where. */
    public DeliveryCounts countsForBatch(CustomerId customer, String kind, long batchId) {
        return jdbc.sql("""
                        select count(*) filter (where state in ('queued', 'sending')) as queued,
                               count(*) filter (where state = 'sent') as sent,
                               count(*) filter (where state = 'deferred') as deferred,
                               count(*) filter (where state = 'failed') as failed,
                               count(*) filter (where state = 'obsolete') as obsolete
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
                        row.getLong("obsolete")))
                .single();
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
                waits ? instant(row.getTimestamp("next_attempt_at")) : null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
