package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClockStore.Asked;
import io.chodae.capture.TransferClockStore.Written;
import io.chodae.capture.TransferMailFates.Fate;
import io.chodae.capture.TransferPlan.Step;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictAccount;
import io.chodae.directory.EvictionResult;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes one address back whose deadline has passed, or finds a reason not to: an answer at the last moment, a last notice
 * that did not arrive or not long ago. Accounts are locked before rows of the list, as in the acceptance, so that of the
 * two one happens.
 */
@Component
class EvictOverdue {

    private static final Logger LOG = LoggerFactory.getLogger(EvictOverdue.class);
    private static final Duration SOON = Duration.ofHours(6);
    private static final Duration LATER = Duration.ofDays(1);

    private final TransactionTemplate transaction;
    private final Customers customers;
    private final Listing listing;
    private final TransferRulesStore rules;
    private final TransferClockStore clocks;
    private final TransferMailFates fates;
    private final EvictAccount evict;
    private final JdbcClient jdbc;
    private final Clock clock;

    EvictOverdue(
            TransactionTemplate transaction,
            Customers customers,
            Listing listing,
            TransferRulesStore rules,
            TransferClockStore clocks,
            TransferMailFates fates,
            EvictAccount evict,
            JdbcClient jdbc,
            Clock clock) {
        this.transaction = transaction;
        this.customers = customers;
        this.listing = listing;
        this.rules = rules;
        this.clocks = clocks;
        this.fates = fates;
        this.evict = evict;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One that fails stops nobody behind it; it is tried again when its lease is over. */
    void evict(CustomerId customer, long id) {
        try {
            transaction.executeWithoutResult(status -> decide(customer, id));
        } catch (RuntimeException e) {
            LOG.error("The overdue request {} of customer {} was not dealt with", id, customer.value(), e);
        }
    }

    private void decide(CustomerId customer, long id) {
        Ruled ruled = rules.of(customer);
        if (customers.isSuspended(customer) || ruled.standsSince() != null || !lockAccount(customer, id)) {
            return;
        }
        Optional<Asked> locked = clocks.lock(customer, id);
        if (locked.isEmpty()) {
            return;
        }
        Asked one = locked.get();
        Instant now = clock.instant();
        Instant shown = ruled.shows(now);
        TransferClock fitted = TransferPlan.fit(ruled.rules(), one.clock());
        Notice notice = fitted.notice();
        if (notice == null
                || TransferPlan.due(ruled.rules(), fitted, shown)
                        .filter(Step.EVICT::equals)
                        .isEmpty()) {
            write(customer, one, fitted, shown);
            return;
        }
        switch (fates.notices(customer, List.of(one)).getOrDefault(id, new Fate.Lost())) {
            case Fate.Arrived arrived -> {
                Instant end = arrived.at().plus(ruled.rules().notice());
                if (end.isAfter(now)) {
                    write(customer, one, fitted, shown.plus(Duration.between(now, end)));
                } else if (!one.open()
                        || evict.evict(customer, one.email(), Actor.system()) instanceof EvictionResult.Refused) {
                    write(customer, one, fitted, shown.plus(LATER));
                }
            }
            case Fate.Waits waits -> write(customer, one, fitted, shown.plus(SOON));
            case Fate.Lost lost -> write(customer, one, fitted.lost(), null);
        }
    }

    /** Whether there is such a request. */
    private boolean lockAccount(CustomerId customer, long id) {
        return clocks.account(customer, id)
                .filter(account -> {
                    listing.shareDomainsOf(List.of(account));
                    return jdbc.sql("select account_id from account where account_id = :account for update")
                            .param("account", account.value())
                            .query(Long.class)
                            .optional()
                            .isPresent();
                })
                .isPresent();
    }

    private void write(CustomerId customer, Asked one, TransferClock after, @Nullable Instant due) {
        clocks.write(customer, List.of(new Written(one, after, false, due)), clock.instant());
    }
}
