package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chodae.invitation.ExpireInvitations;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of campaigns. Each survives a restart, and another node takes it over from a dead one. */
@Configuration(proxyBeanMethods = false)
class CampaignTask {

    private static final String NAME = "campaign.write";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** One run writes one campaign to its end, or to the stop of the server. */
    @Bean
    Task<Void> writeCampaignTask(CampaignWriter writer, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split(":", 2);
                    boolean finished = writer.write(
                            new CustomerId(Long.parseLong(ids[0])),
                            Long.parseLong(ids[1]),
                            () -> context.getSchedulerState().isShuttingDown());
                    return finished
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    @Bean
    RecurringTask<Void> expireInvitationsTask(ExpireInvitations expire) {
        return Tasks.recurring("invitation.expire", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> expire.expireDue());
    }

    static TaskInstance<Void> instance(CustomerId customer, long campaignId) {
        return new TaskInstance<>(NAME, customer.value() + ":" + campaignId);
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
