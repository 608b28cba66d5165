package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timer that begins a scheduled sending; it survives a restart, and another node takes it over. */
@Configuration(proxyBeanMethods = false)
class ScheduleTask {

    private static final String NAME = "campaign.start";
    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** Asks for the use case when it runs: that schedules itself, and so needs the scheduler that needs this task. */
    @Bean
    Task<Void> startCampaignTask(ObjectProvider<StartScheduled> start, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(PAUSE)))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split(":", 3);
                    start.getObject().start(new CustomerId(Long.parseLong(ids[0])), Long.parseLong(ids[1]));
                    return new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** The time is part of its name: see {@link ScheduleDraft}. */
    static TaskInstance<Void> instance(CustomerId customer, long campaignId, Instant at) {
        return new TaskInstance<>(NAME, customer.value() + ":" + campaignId + ":" + at.getEpochSecond());
    }
}
