package io.chodae.capture;

import io.chodae.capture.TransferClockStore.Asked;
import io.chodae.capture.TransferClockStore.Written;
import io.chodae.capture.TransferPlan.Next;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the clocks of all open requests of a customer after its new rules, a chunk a transaction. */
@Component
class FollowRules {

    private final TransactionTemplate transaction;
    private final TransferRulesStore rules;
    private final TransferClockStore clocks;
    private final Clock clock;
    private final int chunk;

    FollowRules(
            TransactionTemplate transaction,
            TransferRulesStore rules,
            TransferClockStore clocks,
            Clock clock,
            @Value("${chodae.capture.job-chunk:1000}") int chunk) {
        this.transaction = transaction;
        this.rules = rules;
        this.clocks = clocks;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Whether all follow these rules, or there are newer ones; false where the server stops before. */
    boolean work(CustomerId customer, long version, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            boolean more = transaction.execute(status -> step(customer, version));
            if (!more) {
                return true;
            }
        }
        return false;
    }

    private boolean step(CustomerId customer, long version) {
        Ruled ruled = rules.lock(customer);
        String position = ruled.position();
        if (ruled.version() != version || position == null) {
            return false;
        }
        Instant now = clock.instant();
        Instant shown = ruled.shows(now);
        List<Asked> people = clocks.takeAfter(customer, position, chunk);
        clocks.write(
                customer, people.stream().map(one -> written(ruled, one, shown)).toList(), now);
        boolean more = people.size() == chunk;
        rules.follow(customer, ruled.version(), more ? people.getLast().email().key() : null);
        return more;
    }

    private static Written written(Ruled ruled, Asked one, Instant shown) {
        TransferClock fitted = TransferPlan.fit(ruled.rules(), one.clock());
        return new Written(
                one,
                fitted,
                false,
                TransferPlan.next(ruled.rules(), fitted, shown).map(Next::at).orElse(null));
    }
}
