package io.chodae.provisioning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after everybody who waits and whose time has come, one a transaction; several nodes may do so at once. What is
 * lost to somebody who is quicker leaves nothing behind, not even a mail.
 */
@Component
class WorkPending {

    private static final Logger LOG = LoggerFactory.getLogger(WorkPending.class);
    private static final int BATCH = 100;

    private final TransactionTemplate transaction;
    private final PendingUserStore store;
    private final StepPending step;

    WorkPending(TransactionTemplate transaction, PendingUserStore store, StepPending step) {
        this.transaction = transaction;
        this.store = store;
        this.step = step;
    }

    void work(BooleanSupplier stop) {
        Set<Long> seen = new HashSet<>();
        List<PendingUser> due;
        do {
            due = store.due(seen, BATCH);
            for (PendingUser one : due) {
                if (stop.getAsBoolean()) {
                    return;
                }
                seen.add(one.id());
                work(one);
            }
        } while (due.size() == BATCH);
    }

    /** Whoever cannot be helped now is looked after at the next run, and holds up nobody else. */
    private void work(PendingUser one) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!step.step(one)) {
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            LOG.warn(
                    "A pending user of customer {} is tried again later",
                    one.customer().value(),
                    e);
        }
    }
}
