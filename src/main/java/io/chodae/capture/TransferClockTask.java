package io.chodae.capture;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of unanswered requests. */
@Configuration(proxyBeanMethods = false)
class TransferClockTask {

    private static final String FOLLOW = "transfer-rules-follow";

    /** Asked for at each run: what an eviction sets off may schedule further timers. */
    @Bean
    RecurringTask<Void> followUpTransfersTask(ObjectProvider<FollowUpTransfers> followUp) {
        return Tasks.recurring("capture-follow-up", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> followUp.getObject()
                        .followUp(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    Task<Void> followTransferRulesTask(FollowRules follow, Clock clock) {
        return StepwiseTask.of(FOLLOW, clock, follow::work);
    }

    static TaskInstance<Void> following(CustomerId customer, int version) {
        return new TaskInstance<>(FOLLOW, customer.value() + ":" + version);
    }
}
