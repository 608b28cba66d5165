package io.chodae.bizkit;

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

/** The timers of enrolled users. Each survives a restart, and another node takes it over from a dead one. */
@Configuration(proxyBeanMethods = false)
class PeopleTimers {

    private static final String ACT = "people.act";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** One run works at one act to its end, or to the stop of the server. */
    @Bean
    Task<Void> actOnPeopleTask(RunPeopleAct run, Clock clock) {
        return Tasks.custom(ACT, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(PAUSE)))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split(":", 2);
                    boolean done = run.run(
                            new CustomerId(Long.parseLong(ids[0])),
                            Long.parseLong(ids[1]),
                            () -> context.getSchedulerState().isShuttingDown());
                    return done
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
                });
    }

    @Bean
    RecurringTask<Void> endMembershipsTask(EndMemberships end) {
        return Tasks.recurring("people.end", FixedDelay.ofMinutes(1)).execute((instance, context) -> end.endDue());
    }

    @Bean
    RecurringTask<Void> tidyAddressListsTask(AddressLists lists) {
        return Tasks.recurring("people.lists", FixedDelay.ofHours(1)).execute((instance, context) -> lists.tidy());
    }

    static TaskInstance<Void> act(CustomerId customer, long actId) {
        return new TaskInstance<>(ACT, customer.value() + ":" + actId);
    }
}
