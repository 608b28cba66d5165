package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that are people's own: they may move to another address and end. */
@Component
public class ConsumerAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ConsumerAccounts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** Empty where it is managed, or its sign-in is closed. Nobody else changes it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> lock(AccountId account) {
        return jdbc.sql("""
                        select %s
                          from account
                         where account_id = :account and managed_by is null and disabled_at is null
                           for no key update
                        """.formatted(AccountRows.COLUMNS))
                .param("account", account.value())
                .query(AccountRows::account)
                .optional();
    }

    /**
     * Whether people may take addresses on this domain: its holder has not locked it.
     *
     * @param domain A-label, lower case
     * @param evictedBy the organisation that took the person's address back: none on its domains will do either
     */
    public boolean mayMoveTo(String domain, @Nullable CustomerId evictedBy) {
        return jdbc.sql("""
                        select not exists (select 1 from customer_domain
                                            where domain = :domain and state in ('VERIFIED', 'FAILING')
                                              and (locked or customer_id = :evictedBy))
                        """)
                .param("domain", domain)
                .param("evictedBy", evictedBy == null ? null : evictedBy.value(), Types.BIGINT)
                .query(Boolean.class)
                .single();
    }

    /** The organisation that took the account's address back; empty once another address is chosen. */
    public Optional<CustomerId> evictedBy(AccountId account) {
        return jdbc.sql("select evicted_by from account where account_id = :account and evicted_by is not null")
                .param("account", account.value())
                .query((row, number) -> new CustomerId(row.getLong("evicted_by")))
                .optional();
    }

    /**
     * Moves an account that the caller has locked to an address that is proven to be its person's. False where the
     * address has an account already.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean move(AccountId account, EmailAddress address) {
        String before = jdbc.sql("select email_key from account where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .single();
        boolean moved = jdbc.sql("""
                        update account a
                           set email = :email, email_key = :key, email_verified_at = :now,
                               evicted_from = null, evicted_from_key = null, evicted_by = null, evicted_at = null
                         where a.account_id = :account and a.managed_by is null and a.disabled_at is null
                           and not exists (select 1 from account other
                                            where other.email_key = :key and other.account_id <> a.account_id)
                        """)
                        .param("account", account.value())
                        .param("email", address.value())
                        .param("key", address.key())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        // in other letters it is the same address, and what a list knows of it stays
        if (moved && !before.equals(address.key())) {
            events.publishEvent(new AccountsDisappeared(List.of(account)));
            events.publishEvent(new AccountsAppeared(List.of(account)));
        }
        return moved;
    }
}
