package io.chodae.capture;

import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClock.Telling;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of requests, as rows of the list keep them. */
@Repository
class TransferClockStore {

    private static final String SELECT = """
            select u.user_invitation_id, u.link_number, u.account_id, u.email, u.email_key, %s,
                   coalesce(a.name, '') as name, coalesce(a.language, 'EN') as language,
                   coalesce(a.email_key = u.email_key and a.managed_by is null, false) and d.domain is not null as open
              from user_invitation u
              left join account a on a.account_id = u.account_id
              left join customer_domain d
                on d.customer_id = u.customer_id and d.domain = a.domain
               and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS'
             where u.customer_id = :customer
            """.formatted(TransferClockRows.COLUMNS);

    static final String DUE = SELECT + """
               and u.next_due_at <= :shown
             order by u.next_due_at
             limit :limit
               for update of u skip locked
            """;

    private final JdbcClient jdbc;

    TransferClockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One request.
     *
     * @param open whether its account could still accept or lose its address
     */
    record Asked(
            long id,
            int linkNumber,
            AccountId account,
            EmailAddress email,
            String name,
            Language language,
            boolean open,
            TransferClock clock) {}

    /**
     * A request and how it goes on.
     *
     * @param mailed whether a mail was written
     * @param dueAt null: nothing more by itself
     */
    record Written(
            Asked asked,
            TransferClock clock,
            boolean mailed,
            @Nullable Instant dueAt) {}

    /** Those whose time has come; who is dealt with elsewhere at this moment is left out. */
    List<Asked> takeDue(CustomerId customer, Instant shown, int limit) {
        return jdbc.sql(DUE)
                .param("customer", customer.value())
                .param("shown", Timestamp.from(shown))
                .param("limit", limit)
                .query(TransferClockStore::read)
                .list();
    }

    /** The next that somebody may still answer for, or has declined. */
    List<Asked> takeAfter(CustomerId customer, String position, int limit) {
        return jdbc.sql(SELECT + """
                               and u.state in ('INVITED', 'DECLINED') and u.email_key > :position
                             order by u.email_key
                             limit :limit
                               for update of u
                            """)
                .param("customer", customer.value())
                .param("position", position)
                .param("limit", limit)
                .query(TransferClockStore::read)
                .list();
    }

    /** Whose request it is. */
    Optional<AccountId> account(CustomerId customer, long id) {
        return jdbc.sql("""
                        select account_id from user_invitation
                         where customer_id = :customer and user_invitation_id = :id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    /** One, kept from everybody else until the transaction ends. */
    Optional<Asked> lock(CustomerId customer, long id) {
        return jdbc.sql(SELECT + " and u.user_invitation_id = :id for update of u")
                .param("customer", customer.value())
                .param("id", id)
                .query(TransferClockStore::read)
                .optional();
    }

    void write(CustomerId customer, List<Written> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update user_invitation u
                           set follow_ups = t.follow_ups, mailed_at = t.mailed, told_at = t.from_at, told = t.told,
                               told_number = t.told_number, deadline_at = t.deadline, notice_number = t.notice,
                               notice_told = t.notice_told, evict_at = t.evict, mail_lost = t.lost, next_due_at = t.due,
                               mails_sent = u.mails_sent + case when t.counts then 1 else 0 end,
                               updated_at = case when t.counts then cast(:now as timestamptz) else u.updated_at end
                          from unnest(:ids::bigint[], :followUps::int[], :mailed::timestamptz[], :from::timestamptz[],
                                      :told::text[], :toldNumbers::int[], :deadlines::timestamptz[], :notices::int[],
                                      :noticeTold::text[], :evicts::timestamptz[], :lost::boolean[],
                                      :due::timestamptz[], :counts::boolean[])
                               as t (id, follow_ups, mailed, from_at, told, told_number, deadline, notice, notice_told,
                                     evict, lost, due, counts)
                         where u.customer_id = :customer and u.user_invitation_id = t.id
                        """)
                .param("now", Timestamp.from(now))
                .param("customer", customer.value())
                .param("ids", rows.stream().map(row -> row.asked().id()).toArray(Long[]::new))
                .param(
                        "followUps",
                        rows.stream().map(row -> row.clock().followUps()).toArray(Integer[]::new))
                .param("mailed", times(rows, row -> row.clock().mailedAt()))
                .param("from", times(rows, row -> row.clock().from()))
                .param("told", words(rows, row -> row.clock().told()))
                .param("toldNumbers", numbers(rows, row -> number(row.clock().deadline())))
                .param("deadlines", times(rows, row -> at(row.clock().deadline())))
                .param("notices", numbers(rows, row -> number(row.clock().notice())))
                .param("noticeTold", words(rows, row -> told(row.clock().notice())))
                .param("evicts", times(rows, row -> at(row.clock().notice())))
                .param("lost", rows.stream().map(row -> row.clock().mailLost()).toArray(Boolean[]::new))
                .param("due", times(rows, Written::dueAt))
                .param("counts", rows.stream().map(Written::mailed).toArray(Boolean[]::new))
                .update();
    }

    private static Timestamp[] times(List<Written> rows, Function<Written, @Nullable Instant> value) {
        return rows.stream()
                .map(row -> {
                    Instant time = value.apply(row);
                    return time == null ? null : Timestamp.from(time);
                })
                .toArray(Timestamp[]::new);
    }

    private static String[] words(List<Written> rows, Function<Written, @Nullable Told> value) {
        return rows.stream()
                .map(row -> {
                    Told told = value.apply(row);
                    return told == null ? null : told.name();
                })
                .toArray(String[]::new);
    }

    private static Integer[] numbers(List<Written> rows, Function<Written, @Nullable Integer> value) {
        return rows.stream().map(value).toArray(Integer[]::new);
    }

    private static @Nullable Integer number(@Nullable Telling telling) {
        return telling == null ? null : Integer.valueOf(telling.number());
    }

    private static @Nullable Integer number(@Nullable Notice notice) {
        return notice == null ? null : Integer.valueOf(notice.number());
    }

    private static @Nullable Instant at(@Nullable Telling telling) {
        return telling == null ? null : telling.at();
    }

    private static @Nullable Instant at(@Nullable Notice notice) {
        return notice == null ? null : notice.evictAt();
    }

    private static @Nullable Told told(@Nullable Notice notice) {
        return notice == null ? null : notice.told();
    }

    private static Asked read(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getLong("user_invitation_id"),
                row.getInt("link_number"),
                new AccountId(row.getLong("account_id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("open"),
                TransferClockRows.read(row));
    }
}
