package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.mail.BatchControl;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops a campaign: no further invitation is written, no further mail is begun. Mails that are being handed over at this
 * moment still go out.
 */
@Component
public class PauseCampaign {

    private final SteeringStore campaigns;
    private final BatchControl mails;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    PauseCampaign(SteeringStore campaigns, BatchControl mails, AuditTrail audit, SchedulerClient timers, Clock clock) {
        this.campaigns = campaigns;
        this.mails = mails;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /** By an operator. */
    @Transactional
    public SteerResult pause(CustomerId customer, long campaignId, Actor actor) {
        return pause(
                customer,
                campaignId,
                new Pause(Pause.Cause.OPERATOR, actor.label(), clock.instant(), 0, 0, null),
                actor,
                Map.of());
    }

    /** By the watch. */
    @Transactional
    public SteerResult pauseForFailures(Campaign campaign, int failed, int finished, Optional<String> reply) {
        Actor system = Actor.system();
        return pause(
                campaign.customer(),
                campaign.id(),
                new Pause(Pause.Cause.FAILURES, system.label(), clock.instant(), failed, finished, reply.orElse(null)),
                system,
                Map.of("failed", String.valueOf(failed), "finished", String.valueOf(finished)));
    }

    private SteerResult pause(
            CustomerId customer, long campaignId, Pause pause, Actor actor, Map<String, String> details) {
        Optional<Campaign> found = campaigns.lock(customer, campaignId);
        if (found.isEmpty()) {
            return new SteerResult.Gone();
        }
        Campaign campaign = found.get();
        if (!campaign.state().allows(CampaignState.Step.PAUSE)) {
            return new SteerResult.NotNow(campaign.state());
        }
        int act = campaigns.pause(campaign, pause);
        CampaignMails.all(campaign).forEach(mails::hold);
        audit.record(customer, actor, "campaign.paused", "campaign", String.valueOf(campaignId), details);
        timers.scheduleIfNotExists(CampaignTask.settle(campaign, act), clock.instant());
        return new SteerResult.Done();
    }
}
