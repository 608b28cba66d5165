package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of uploads. Each survives a restart, and another node takes it over from a dead one. */
@Configuration(proxyBeanMethods = false)
class RosterTask {

    private static final String NAME = "roster.read";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    /** One run reads one upload to its end, or to the stop of the server. */
    @Bean
    Task<Void> readUploadTask(ReadUpload read, ReadingStore readings, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> {
                    int failures = complete.getExecution().consecutiveFailures;
                    if (failures + 1 < ATTEMPTS) {
                        operations.reschedule(
                                complete, complete.getTimeDone().plus(PAUSE.multipliedBy(1L << failures)));
                    } else {
                        String id = complete.getExecution().taskInstance.getId();
                        readings.failed(customer(id), upload(id));
                        operations.remove();
                    }
                })
                .execute((instance, context) -> {
                    boolean finished = read.read(
                            customer(instance.getId()),
                            upload(instance.getId()),
                            () -> context.getSchedulerState().isShuttingDown());
                    return finished
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    @Bean
    RecurringTask<Void> tidyUploadsTask(TidyUploads tidy) {
        return Tasks.recurring("roster.tidy", FixedDelay.ofMinutes(10)).execute((instance, context) -> tidy.tidy());
    }

    /** @param choice each choice of sheet and columns is a task of its own: the one before may still be running */
    static TaskInstance<Void> instance(CustomerId customer, long uploadId, int choice) {
        return new TaskInstance<>(NAME, customer.value() + ":" + uploadId + ":" + choice);
    }

    private static CustomerId customer(String id) {
        return new CustomerId(Long.parseLong(id.split(":", 3)[0]));
    }

    private static long upload(String id) {
        return Long.parseLong(id.split(":", 3)[1]);
    }
}
