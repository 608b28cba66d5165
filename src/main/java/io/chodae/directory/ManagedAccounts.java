package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts that a customer manages, and what it may write about them. Each write names the customer and changes
 * nothing where that does not manage the account.
 */
@Component
public class ManagedAccounts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ManagedAccounts(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes a new account that the customer manages from the beginning; empty where the address has an account already
     * or the customer does not hold its domain. As with {@link #rename}, the address counts as proven.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> create(CustomerId customer, EmailAddress address, String name, Language language) {
        return jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at,
                                             managed_by, managed_since)
                        select :email, :key, :name, :language, :now, :now, :customer, :now
                         where exists (select 1 from customer_domain d
                                        where d.customer_id = :customer and d.domain = :domain
                                          and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS')
                        on conflict (email_key) do nothing
                        returning %s
                        """.formatted(AccountRows.COLUMNS))
                .param("customer", customer.value())
                .param("email", address.value())
                .param("key", address.key())
                .param("domain", address.domain())
                .param("name", name)
                .param("language", language.name())
                .param("now", Timestamp.from(clock.instant()))
                .query(AccountRows::account)
                .optional();
    }

    public Optional<Account> find(CustomerId customer, AccountId account) {
        return one(customer, account, "");
    }

    /** As {@link #find}, and nobody else changes the account until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Account> lock(CustomerId customer, AccountId account) {
        return one(customer, account, "for no key update");
    }

    /** Whether this call changed anything. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean suspend(CustomerId customer, AccountId account, boolean suspended) {
        boolean changed = jdbc.sql("""
                        update account
                           set suspended_at = case when :suspended then cast(:now as timestamptz) end
                         where account_id = :account and managed_by = :customer
                           and (suspended_at is not null) <> :suspended
                        """)
                        .param("account", account.value())
                        .param("customer", customer.value())
                        .param("suspended", suspended)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        return told(account, changed);
    }

    /**
     * Gives the account another address; false where the customer does not manage it, does not hold the address's domain
     * or another account has the address. The customer vouches for addresses on a domain that is proven to be its own,
     * so the address counts as proven.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rename(CustomerId customer, AccountId account, EmailAddress address) {
        boolean changed = jdbc.sql("""
                        update account a
                           set email = :email, email_key = :key, email_verified_at = :now
                         where a.account_id = :account and a.managed_by = :customer
                           and exists (select 1 from customer_domain d
                                        where d.customer_id = :customer and d.domain = :domain
                                          and d.state in ('VERIFIED', 'FAILING') and d.kind <> 'ALIAS')
                           and not exists (select 1 from account other
                                            where other.email_key = :key and other.account_id <> a.account_id)
                        """)
                        .param("account", account.value())
                        .param("customer", customer.value())
                        .param("email", address.value())
                        .param("key", address.key())
                        .param("domain", address.domain())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        return told(account, changed);
    }

    private boolean told(AccountId account, boolean changed) {
        if (changed) {
            events.publishEvent(new AccountChanged(account));
        }
        return changed;
    }

    private Optional<Account> one(CustomerId customer, AccountId account, String lock) {
        return jdbc.sql("""
                        select %s
                          from account
                         where account_id = :account and managed_by = :customer and deleted_at is null
                        %s
                        """.formatted(AccountRows.COLUMNS, lock))
                .param("account", account.value())
                .param("customer", customer.value())
                .query(AccountRows::account)
                .optional();
    }
}
