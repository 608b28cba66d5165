package io.chodae.directory;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an address on a customer's domain back from the consumer account that has it. The account keeps everything else,
 * goes on under a temporary address, and its person is asked for another one. Nothing calls this by default.
 */
@Component
public class EvictAccount {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EvictionVerdicts verdicts;
    private final TemporaryAddresses temporaries;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    EvictAccount(
            JdbcClient jdbc,
            Clock clock,
            EvictionVerdicts verdicts,
            TemporaryAddresses temporaries,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.verdicts = verdicts;
        this.temporaries = temporaries;
        this.events = events;
        this.audit = audit;
    }

    /** In the caller's transaction, if there is one: the address is free for a new account in it. */
    @Transactional
    public EvictionResult evict(CustomerId customer, EmailAddress address, Actor actor) {
        jdbc.sql("select account_id from account where email_key = :key for update")
                .param("key", address.key())
                .query(Long.class)
                .optional();
        EvictionVerdict verdict =
                Objects.requireNonNull(verdicts.of(customer, List.of(address)).get(address.key()));
        EvictionRefusal refusal = verdict.refusal();
        if (refusal != null) {
            return new EvictionResult.Refused(refusal);
        }
        AccountId account = Objects.requireNonNull(verdict.account());
        long number =
                jdbc.sql("select nextval('eviction_number')").query(Long.class).single();
        EmailAddress plain = temporaries.of(verdict.email(), number, true);
        EmailAddress temporary = isFree(plain) ? plain : temporaries.of(verdict.email(), number, false);
        if (!write(customer, account, address, temporary)) {
            return new EvictionResult.Refused(EvictionRefusal.NO_ACCOUNT);
        }
        events.publishEvent(new AccountsDisappeared(List.of(account)));
        events.publishEvent(new AccountEvicted(account, verdict.email(), customer, number));
        audit.record(
                customer,
                actor,
                "account.evicted",
                "account",
                Long.toString(account.value()),
                Map.of("email", verdict.email().value(), "temporary", temporary.value()));
        return new EvictionResult.Evicted(account, temporary);
    }

    private boolean isFree(EmailAddress address) {
        return jdbc.sql("select not exists (select 1 from account where email_key = :key)")
                .param("key", address.key())
                .query(Boolean.class)
                .single();
    }

    private boolean write(CustomerId customer, AccountId account, EmailAddress address, EmailAddress temporary) {
        return jdbc.sql("""
                        update account
                           set evicted_from = email, evicted_from_key = email_key, evicted_by = :customer,
                               evicted_at = :now, email = :temporary, email_key = :temporaryKey
                         where account_id = :account and email_key = :key and managed_by is null
                        """)
                        .param("customer", customer.value())
                        .param("account", account.value())
                        .param("key", address.key())
                        .param("temporary", temporary.value())
                        .param("temporaryKey", temporary.key())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
