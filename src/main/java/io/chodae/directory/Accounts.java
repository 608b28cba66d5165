package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people. An address has at most one, by its match key. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                        select %s
                          from account
                         where account_id = :id
                        """.formatted(AccountRows.COLUMNS))
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    public Optional<Account> findByEmail(EmailAddress email) {
        return jdbc.sql("""
                        select %s
                          from account
                         where email_key = :key
                        """.formatted(AccountRows.COLUMNS))
                .param("key", email.key())
                .query(AccountRows::account)
                .optional();
    }

    /**
     * The account that had this address until an organisation took it back, while its owner has chosen no other; the
     * latest where there were several. Another account may have the address by now.
     */
    public Optional<Account> findEvictedFrom(EmailAddress email) {
        return jdbc.sql("""
                        select %s
                          from account
                         where evicted_from_key = :key and deleted_at is null
                         order by evicted_at desc, account_id desc
                         limit 1
                        """.formatted(AccountRows.COLUMNS))
                .param("key", email.key())
                .query(AccountRows::account)
                .optional();
    }

    /**
     * Writes a new account; empty where the address has one already.
     *
     * @param verified whether the person came in a way that only a reader of the address's mail could
     */
    @Transactional
    public Optional<Account> create(EmailAddress email, String name, Language language, boolean verified) {
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Account> created = jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at)
                        values (:email, :key, :name, :language, :verifiedAt, :now)
                        on conflict (email_key) do nothing
                        returning %s
                        """.formatted(AccountRows.COLUMNS))
                .param("email", email.value())
                .param("key", email.key())
                .param("name", name)
                .param("language", language.name())
                .param("verifiedAt", verified ? now : null)
                .param("now", now)
                .query(AccountRows::account)
                .optional();
        created.ifPresent(account -> events.publishEvent(new AccountsAppeared(List.of(account.id()))));
        return created;
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
        events.publishEvent(new AccountChanged(id));
    }
}
