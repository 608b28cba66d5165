package io.chodae.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes this node look for due work as soon as the transaction that scheduled it is committed, not at the next poll. */
class WakeAfterCommit extends AbstractSchedulerListener {

    private volatile @Nullable Scheduler scheduler;

    void scheduler(Scheduler built) {
        scheduler = built;
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId task, Instant time) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        Scheduler sleeping = scheduler;
        if (sleeping != null && sleeping.getSchedulerState().isStarted()) {
            sleeping.triggerCheckForDueExecutions();
        }
    }
}
