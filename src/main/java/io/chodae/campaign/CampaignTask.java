package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chodae.invitation.ExpireInvitations;
import io.chodae.mail.BatchControl;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The timers of campaigns. Each survives a restart, and another node takes it over from a dead one. */
@Configuration(proxyBeanMethods = false)
class CampaignTask {

    static final String WRITE = "campaign.write";
    static final String CANCEL = "campaign.cancel";
    private static final String SETTLE = "campaign.settle";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** How long mails that are under way take to end. */
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /** Answers whether it is done; else it is asked again. */
    interface Work {
        boolean run(CustomerId customer, long id, BooleanSupplier stop);
    }

    /** One run writes one campaign to its end, or to the stop of the server. */
    @Bean
    Task<Void> writeCampaignTask(CampaignWriter writer, Clock clock) {
        return task(WRITE, clock, Duration.ZERO, writer::write);
    }

    /** Brings the mails of a campaign after its pause, or after its going on. */
    @Bean
    Task<Void> settleCampaignTask(CampaignStore campaigns, BatchControl mails, Clock clock) {
        return task(SETTLE, clock, Duration.ZERO, (customer, campaignId, stop) -> {
            campaigns
                    .find(customer, campaignId)
                    .ifPresent(campaign -> CampaignMails.all(campaign).forEach(mails::settle));
            return true;
        });
    }

    @Bean
    Task<Void> cancelCampaignTask(CancelRest cancel, Clock clock) {
        return task(CANCEL, clock, COME_BACK, cancel::work);
    }

    @Bean
    RecurringTask<Void> expireInvitationsTask(ExpireInvitations expire) {
        return Tasks.recurring("invitation.expire", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> expire.expireDue());
    }

    @Bean
    RecurringTask<Void> remindInviteesTask(RemindDue remind) {
        return Tasks.recurring("invitation.remind", FixedDelay.ofMinutes(5))
                .execute((instance, context) -> remind.remind());
    }

    /** Asked for at each run: what it does may schedule further timers, and the scheduler is made of all tasks. */
    @Bean
    RecurringTask<Void> watchFailuresTask(ObjectProvider<WatchFailures> watch) {
        return Tasks.recurring("campaign.watch", FixedDelay.ofSeconds(10))
                .execute((instance, context) -> watch.getObject().watch());
    }

    @Bean
    RecurringTask<Void> sweepCampaignsTask(ObjectProvider<SweepCampaigns> sweep) {
        return Tasks.recurring("campaign.sweep", FixedDelay.ofMinutes(2))
                .execute((instance, context) -> sweep.getObject().sweep());
    }

    static TaskInstance<Void> instance(CustomerId customer, long campaignId) {
        return new TaskInstance<>(WRITE, id(customer, campaignId));
    }

    /** @param act by which it was asked for: the timer of an earlier one may be ending at this moment */
    static TaskInstance<Void> write(Campaign campaign, int act) {
        return new TaskInstance<>(WRITE, id(campaign.customer(), campaign.id()) + ":" + act);
    }

    static TaskInstance<Void> settle(Campaign campaign, int act) {
        return new TaskInstance<>(SETTLE, id(campaign.customer(), campaign.id()) + ":" + act);
    }

    static TaskInstance<Void> cancel(Campaign campaign, int act) {
        return new TaskInstance<>(CANCEL, id(campaign.customer(), campaign.id()) + ":" + act);
    }

    /** For one whose timer was lost. */
    static TaskInstance<Void> again(Campaign campaign, String task) {
        return new TaskInstance<>(task, id(campaign.customer(), campaign.id()));
    }

    /** What the names of all timers of a campaign begin with. */
    static String id(CustomerId customer, long campaignId) {
        return customer.value() + ":" + campaignId;
    }

    static Task<Void> task(String name, Clock clock, Duration comeBack, Work work) {
        return Tasks.custom(name, Void.class)
                .onDeadExecution((complete, operations) -> operations.reschedule(complete, clock.instant()))
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, complete.getTimeDone().plus(pause(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    String[] ids = instance.getId().split(":", 3);
                    boolean finished = work.run(
                            new CustomerId(Long.parseLong(ids[0])),
                            Long.parseLong(ids[1]),
                            () -> context.getSchedulerState().isShuttingDown());
                    return finished
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) -> operations.reschedule(
                                    complete, complete.getTimeDone().plus(comeBack));
                });
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
