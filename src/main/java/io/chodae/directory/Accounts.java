package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people. An address has at most one, by its match key. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                        select account_id, email, email_key, name, language, email_verified_at, disabled_at
                          from account
                         where account_id = :id
                        """).param("id", id.value()).query(Accounts::account).optional();
    }

    public Optional<Account> findByEmail(EmailAddress email) {
        return jdbc.sql("""
                        select account_id, email, email_key, name, language, email_verified_at, disabled_at
                          from account
                         where email_key = :key
                        """).param("key", email.key()).query(Accounts::account).optional();
    }

    /**
     * Writes a new account; empty where the address has one already.
     *
     * @param verified whether the person came in a way that only a reader of the address's mail could
     */
    @Transactional
    public Optional<Account> create(EmailAddress email, String name, Language language, boolean verified) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at)
                        values (:email, :key, :name, :language, :verifiedAt, :now)
                        on conflict (email_key) do nothing
                        returning account_id, email, email_key, name, language, email_verified_at, disabled_at
                        """)
                .param("email", email.value())
                .param("key", email.key())
                .param("name", name)
                .param("language", language.name())
                .param("verifiedAt", verified ? now : null)
                .param("now", now)
                .query(Accounts::account)
                .optional();
    }

    /** Notes that the address is proven; the first proof's time stays. */
    @Transactional
    public void markVerified(AccountId id) {
        jdbc.sql("""
                        update account
                           set email_verified_at = :now
                         where account_id = :id and email_verified_at is null
                        """)
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    public void update(AccountId id, String name, Language language) {
        jdbc.sql("""
                        update account set name = :name, language = :language where account_id = :id
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("language", language.name())
                .update();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getLong("account_id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getTimestamp("email_verified_at") != null,
                row.getTimestamp("disabled_at") != null);
    }
}
