package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the person out of an account and leaves its row, which the books of publishers name by its number: the address
 * is free for another account, and nobody can sign in. Whoever calls has locked the account, and takes care of
 * passwords, sessions and the audit row.
 */
@Component
public class EraseAccount {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EraseAccount(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /** @throws IllegalStateException where the account was erased before */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Account account) {
        AccountId id = account.id();
        events.publishEvent(new AccountErased(id));
        events.publishEvent(new AccountsDisappeared(List.of(id)));
        // no mail can ever reach it (RFC 2606), and no two rows share it
        String nobody = "erased-" + id.value() + "@erased.invalid";
        int erased = jdbc.sql("""
                        update account
                           set email = :nobody, email_key = :nobody, name = '', email_verified_at = null,
                               managed_by = null, managed_since = null, suspended_at = null,
                               evicted_from = null, evicted_from_key = null, evicted_by = null, evicted_at = null,
                               disabled_at = :now, deleted_at = :now
                         where account_id = :account and deleted_at is null
                        """)
                .param("account", id.value())
                .param("nobody", nobody)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (erased != 1) {
            throw new IllegalStateException("account " + id.value() + " was erased before");
        }
    }
}
