package io.chodae.capture;

import io.chodae.capture.TransferRules.Follows;
import io.chodae.shared.CustomerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of {@link TransferRules}, and of the clock that stands while its customer does. */
@Repository
class TransferRulesStore {

    private static final String COLUMNS = """
            select customer_id, reminder_days, deadline_days, follows, notice_days, declined_too, version, position,
                   stands_since, stood_seconds
              from transfer_rules
            """;

    /** Where to begin; nowhere if nobody was asked yet. */
    private static final String OPEN = """
            (select '' where exists (select from user_invitation u
                                      where u.customer_id = :customer and u.state in ('INVITED', 'DECLINED')))""";

    private final JdbcClient jdbc;

    TransferRulesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rules of a customer and its clock.
     *
     * @param position up to which address the clocks of people follow the rules; null: all do
     * @param standsSince null while the clock runs
     * @param stood for how long it stood before that
     */
    record Ruled(
            CustomerId customer,
            TransferRules rules,
            int version,
            @Nullable String position,
            @Nullable Instant standsSince,
            Duration stood) {

        static Ruled none(CustomerId customer) {
            return new Ruled(customer, TransferRules.NONE, 0, null, null, Duration.ZERO);
        }

        /** What the customer's clock shows. */
        Instant shows(Instant now) {
            return (standsSince == null ? now : standsSince).minus(stood);
        }

        /** When its clock will show a time, if it runs from now on. */
        Instant real(Instant shown, Instant now) {
            return shown.plus(Duration.between(shows(now), now));
        }
    }

    Ruled of(CustomerId customer) {
        return find(customer, "").orElseGet(() -> Ruled.none(customer));
    }

    /** Nobody else changes them until the transaction ends. */
    Ruled lock(CustomerId customer) {
        return find(customer, " for update").orElseGet(() -> Ruled.none(customer));
    }

    private Optional<Ruled> find(CustomerId customer, String lock) {
        return jdbc.sql(COLUMNS + " where customer_id = :customer" + lock)
                .param("customer", customer.value())
                .query(TransferRulesStore::read)
                .optional();
    }

    /** The customers whose clock has something to do. */
    List<CustomerId> active() {
        return jdbc.sql("""
                        select customer_id from transfer_rules
                         where stands_since is null and (deadline_days is not null or cardinality(reminder_days) > 0)
                         order by customer_id
                        """)
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .list();
    }

    /**
     * In the caller's turn; whether there are people whose clocks have to follow. A suspended customer's clock stands
     * from the start.
     */
    boolean write(CustomerId customer, TransferRules rules, Instant now) {
        return jdbc.sql("""
                        insert into transfer_rules as r (customer_id, reminder_days, deadline_days, follows, notice_days,
                                                         declined_too, version, position, stands_since, changed_at)
                        select c.customer_id, cast(:reminders as int[]), cast(:deadline as int), :follows, :notice,
                               :declined, 1, %1$s, case when c.suspended_at is not null then cast(:now as timestamptz) end,
                               :now
                          from customer c where c.customer_id = :customer
                        on conflict (customer_id) do update
                           set reminder_days = excluded.reminder_days, deadline_days = excluded.deadline_days,
                               follows = excluded.follows, notice_days = excluded.notice_days,
                               declined_too = excluded.declined_too, version = r.version + 1, position = %1$s,
                               changed_at = :now
                        returning position is not null
                        """.formatted(OPEN))
                .param("reminders", rules.reminderDays().toArray(Integer[]::new))
                .param("deadline", rules.deadlineDays(), Types.INTEGER)
                .param("follows", rules.follows().name())
                .param("notice", rules.noticeDays())
                .param("declined", rules.declinedToo())
                .param("customer", customer.value())
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    /** @param position null when all follow */
    void follow(CustomerId customer, int version, @Nullable String position) {
        jdbc.sql("""
                        update transfer_rules set position = :position
                         where customer_id = :customer and version = :version
                        """)
                .param("position", position, Types.VARCHAR)
                .param("customer", customer.value())
                .param("version", version)
                .update();
    }

    void stand(CustomerId customer, Instant now) {
        jdbc.sql("""
                        update transfer_rules set stands_since = :now
                         where customer_id = :customer and stands_since is null
                        """)
                .param("now", Timestamp.from(now))
                .param("customer", customer.value())
                .update();
    }

    void goOn(CustomerId customer, Instant now) {
        jdbc.sql("""
                        update transfer_rules
                           set stood_seconds = stood_seconds
                                   + ceil(extract(epoch from cast(:now as timestamptz) - stands_since))::bigint,
                               stands_since = null
                         where customer_id = :customer and stands_since is not null
                        """)
                .param("now", Timestamp.from(now))
                .param("customer", customer.value())
                .update();
    }

    private static Ruled read(ResultSet row, int number) throws SQLException {
        int deadline = row.getInt("deadline_days");
        Integer days = row.wasNull() ? null : deadline;
        Timestamp stands = row.getTimestamp("stands_since");
        return new Ruled(
                new CustomerId(row.getLong("customer_id")),
                new TransferRules(
                        days(row.getArray("reminder_days")),
                        days,
                        Follows.valueOf(row.getString("follows")),
                        row.getInt("notice_days"),
                        row.getBoolean("declined_too")),
                row.getInt("version"),
                row.getString("position"),
                stands == null ? null : stands.toInstant(),
                Duration.ofSeconds(row.getLong("stood_seconds")));
    }

    private static List<Integer> days(Array column) throws SQLException {
        return List.of((Integer[]) column.getArray());
    }
}
