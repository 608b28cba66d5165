package io.chodae.capture;

import io.chodae.capture.TransferClockStore.Asked;
import io.chodae.capture.TransferClockStore.Written;
import io.chodae.capture.TransferRulesStore.Ruled;
import io.chodae.directory.Customers;
import io.chodae.invitation.SendingTurn;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what the clocks of unanswered requests ask for, a chunk a transaction; any number of nodes may do so at once. Only
 * requests whose time has come are looked at, however many there are.
 */
@Component
public class FollowUpTransfers {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpTransfers.class);

    /** So many are judged at once. */
    private static final int MOST = 1_000;

    private final TransactionTemplate transaction;
    private final SendingTurn turn;
    private final Customers customers;
    private final TransferRulesStore rules;
    private final TransferClockStore clocks;
    private final TakeStep take;
    private final EvictOverdue evict;
    private final Clock clock;
    private final int chunk;

    FollowUpTransfers(
            TransactionTemplate transaction,
            SendingTurn turn,
            Customers customers,
            TransferRulesStore rules,
            TransferClockStore clocks,
            TakeStep take,
            EvictOverdue evict,
            Clock clock,
            @Value("${chodae.capture.job-chunk:1000}") int chunk) {
        this.transaction = transaction;
        this.turn = turn;
        this.customers = customers;
        this.rules = rules;
        this.clocks = clocks;
        this.take = take;
        this.evict = evict;
        this.clock = clock;
        this.chunk = Math.min(chunk, MOST);
    }

    /** What goes wrong with one customer is tried again the next time, and stops nobody behind it. */
    public void followUp(BooleanSupplier stop) {
        for (CustomerId customer : rules.active()) {
            try {
                followUp(customer, stop);
            } catch (RuntimeException e) {
                LOG.error("The unanswered requests of customer {} were not followed up", customer.value(), e);
            }
        }
    }

    private void followUp(CustomerId customer, BooleanSupplier stop) {
        boolean more = true;
        while (more && !stop.getAsBoolean()) {
            List<Asked> overdue = new ArrayList<>();
            more = transaction.execute(status -> step(customer, overdue)) == chunk;
            overdue.forEach(one -> evict.evict(customer, one.id()));
        }
    }

    /** How many were due; those whose address is to be taken back are only put aside for a while. */
    private int step(CustomerId customer, List<Asked> overdue) {
        turn.take(customer);
        Ruled ruled = rules.of(customer);
        if (customers.isSuspended(customer) || ruled.standsSince() != null) {
            return 0;
        }
        Instant now = clock.instant();
        List<Asked> due = clocks.takeDue(customer, ruled.shows(now), chunk);
        if (due.isEmpty()) {
            return 0;
        }
        List<Written> written = take.take(ruled, due, overdue);
        clocks.write(customer, written, now);
        return due.size();
    }
}
