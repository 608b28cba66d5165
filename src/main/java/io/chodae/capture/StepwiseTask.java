package io.chodae.capture;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Long work in small transactions: it survives a restart, and another node takes it over from a dead one. */
final class StepwiseTask {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private StepwiseTask() {}

    /** Answers whether it is done; else it is asked again. */
    interface Work {
        boolean run(CustomerId customer, long id, BooleanSupplier stop);
    }

    /** Of instances named {@code customer:id}. */
    static Task<Void> of(String name, Clock clock, Work work) {
        return Tasks.custom(name, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split(":", 2);
                    boolean finished = work.run(
                            new CustomerId(Long.parseLong(ids[0])),
                            Long.parseLong(ids[1]),
                            () -> context.getSchedulerState().isShuttingDown());
                    return finished
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
