package io.chodae.provisioning;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The users who wait. Their rows are locked after everything else, so that nobody waits in a circle: accounts come
 * first, then invitations, then these.
 */
@Repository
class PendingUserStore {

    static final String COLUMNS = """
            customer_id, pending_id, email, email_key, account_id, display_name, state, reason, follow_ups, after, steps,
            mails, next_at, created_at, ended_at
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingUserStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where one waits for this address already. */
    Optional<Long> add(
            CustomerId customer, CheckedUser user, AccountId account, ConflictPolicy policy, Instant nextAt) {
        return jdbc.sql("""
                        insert into pending_user (customer_id, email, email_key, account_id, given_name, family_name,
                                                  display_name, language, external_id, suspended, password_hash,
                                                  follow_ups, after, next_at, created_at)
                        values (:customer, :email, :key, :account, :given, :family, :display, :language, :externalId,
                                :suspended, :hash, :followUps, :after, :nextAt, :now)
                        on conflict (customer_id, email_key) where state = 'WAITING' do nothing
                        returning pending_id
                        """)
                .param("customer", customer.value())
                .param("email", user.email().value())
                .param("key", user.email().key())
                .param("account", account.value())
                .param("given", user.names().given())
                .param("family", user.names().family())
                .param("display", user.names().display())
                .param("language", user.language().name())
                .param("externalId", user.externalId())
                .param("suspended", user.suspended())
                .param("hash", user.passwordHash(), Types.VARCHAR)
                .param("followUps", policy.followUps())
                .param("after", policy.after().name())
                .param("nextAt", Timestamp.from(nextAt))
                .param("now", now())
                .query(Long.class)
                .optional();
    }

    /** The latest of an address. */
    Optional<PendingUser> latest(CustomerId customer, EmailAddress email) {
        return jdbc.sql("select " + COLUMNS + """
                        from pending_user
                        where customer_id = :customer and email_key = :key
                        order by pending_id desc
                        limit 1
                        """)
                .param("customer", customer.value())
                .param("key", email.key())
                .query(PendingUserStore::read)
                .optional();
    }

    Optional<PendingUser> waiting(CustomerId customer, EmailAddress email) {
        return waiting(customer, List.of(email)).stream().findFirst();
    }

    List<PendingUser> waiting(CustomerId customer, List<EmailAddress> emails) {
        return jdbc.sql("select " + COLUMNS + """
                        from pending_user
                        where customer_id = :customer and state = 'WAITING' and email_key = any(:keys)
                        order by pending_id
                        """)
                .param("customer", customer.value())
                .param("keys", emails.stream().map(EmailAddress::key).toArray(String[]::new))
                .query(PendingUserStore::read)
                .list();
    }

    Optional<PendingUser> find(CustomerId customer, long id) {
        return jdbc.sql("select " + COLUMNS + " from pending_user where customer_id = :customer and pending_id = :id")
                .param("customer", customer.value())
                .param("id", id)
                .query(PendingUserStore::read)
                .optional();
    }

    /** What is to be created. */
    CheckedUser user(PendingUser pending) {
        return jdbc.sql("""
                        select email, email_key, given_name, family_name, display_name, language, external_id, suspended,
                               password_hash
                          from pending_user
                         where customer_id = :customer and pending_id = :id
                        """)
                .param("customer", pending.customer().value())
                .param("id", pending.id())
                .query((row, number) -> new CheckedUser(
                        new EmailAddress(row.getString("email"), row.getString("email_key")),
                        new UserNames(
                                row.getString("given_name"),
                                row.getString("family_name"),
                                row.getString("display_name")),
                        Language.valueOf(row.getString("language")),
                        row.getString("external_id"),
                        row.getBoolean("suspended"),
                        row.getString("password_hash")))
                .single();
    }

    /**
     * Whose time has come, of customers that are not stopped.
     *
     * @param seen whom to leave out
     */
    List<PendingUser> due(Collection<Long> seen, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                        from pending_user p
                        where next_at <= :now and pending_id <> all(:seen)
                          and not exists (select 1 from customer c
                                           where c.customer_id = p.customer_id and c.suspended_at is not null)
                        order by next_at
                        limit :limit
                        """)
                .param("now", now())
                .param("seen", seen.toArray(Long[]::new))
                .param("limit", limit)
                .query(PendingUserStore::read)
                .list();
    }

    /** A day on. False where somebody else was quicker. */
    boolean step(PendingUser before, int mails, Instant nextAt) {
        return moved(before, before.account(), before.steps() + 1, mails, nextAt);
    }

    /** Waits once more, for another account maybe. False where somebody else was quicker. */
    boolean again(PendingUser before, AccountId account, int steps, int mails, Instant nextAt) {
        return moved(before, account, steps, mails, nextAt);
    }

    private boolean moved(PendingUser before, AccountId account, int steps, int mails, Instant nextAt) {
        return jdbc.sql("""
                        update pending_user
                           set account_id = :account, steps = :steps, mails = :mails, next_at = :nextAt
                         where customer_id = :customer and pending_id = :id and state = 'WAITING'
                           and steps = :before and next_at = :due
                        """)
                        .param("account", account.value())
                        .param("steps", steps)
                        .param("mails", mails)
                        .param("nextAt", Timestamp.from(nextAt))
                        .param("customer", before.customer().value())
                        .param("id", before.id())
                        .param("before", before.steps())
                        .param("due", before.nextAt() == null ? null : Timestamp.from(before.nextAt()))
                        .update()
                == 1;
    }

    /** False where it waits no longer. The password goes. */
    boolean end(PendingUser pending, PendingState state, @Nullable ConflictReason reason) {
        return jdbc.sql("""
                        update pending_user
                           set state = :state, reason = :reason, ended_at = :now, next_at = null, password_hash = null
                         where customer_id = :customer and pending_id = :id and state = 'WAITING'
                        """)
                        .param("state", state.name())
                        .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                        .param("now", now())
                        .param("customer", pending.customer().value())
                        .param("id", pending.id())
                        .update()
                == 1;
    }

    /** Looks after those who wait for these accounts at once. */
    void hurry(Collection<AccountId> accounts) {
        jdbc.sql("""
                        update pending_user set next_at = least(next_at, :now)
                        where account_id = any(:accounts) and state = 'WAITING'
                        """)
                .param("now", now())
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .update();
    }

    static PendingUser read(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new PendingUser(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("pending_id"),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                new AccountId(row.getLong("account_id")),
                row.getString("display_name"),
                PendingState.valueOf(row.getString("state")),
                reason == null ? null : ConflictReason.valueOf(reason),
                row.getInt("follow_ups"),
                AfterFollowUps.valueOf(row.getString("after")),
                row.getInt("steps"),
                row.getInt("mails"),
                instant(row.getTimestamp("next_at")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ended_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
