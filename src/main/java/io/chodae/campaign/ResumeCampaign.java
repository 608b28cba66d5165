package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.BizKits;
import io.chodae.mail.BatchControl;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailBatch;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes on with a campaign that was paused, or that had run out of seats. */
@Component
public class ResumeCampaign {

    private final SteeringStore campaigns;
    private final BizKits kits;
    private final BatchControl mails;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    ResumeCampaign(
            SteeringStore campaigns,
            BizKits kits,
            BatchControl mails,
            Deliveries deliveries,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.campaigns = campaigns;
        this.kits = kits;
        this.mails = mails;
        this.deliveries = deliveries;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    @Transactional
    public SteerResult resume(CustomerId customer, long campaignId, Actor actor) {
        Optional<Campaign> found = campaigns.lock(customer, campaignId);
        if (found.isEmpty()) {
            return new SteerResult.Gone();
        }
        Campaign campaign = found.get();
        if (!campaign.state().allows(CampaignState.Step.RESUME)) {
            return new SteerResult.NotNow(campaign.state());
        }
        if (kits.isStopped(customer)) {
            return new SteerResult.PublisherSuspended();
        }
        MailBatch batch = CampaignMails.of(campaign);
        int act = campaigns.resume(campaign);
        // who goes on has seen the failures so far: only new ones pause it again
        campaigns.seen(campaign, deliveries.countsForBatch(customer, batch.kind(), batch.batchId()));
        CampaignMails.all(campaign).forEach(mails::release);
        audit.record(customer, actor, "campaign.resumed", "campaign", String.valueOf(campaignId), Map.of());
        timers.scheduleIfNotExists(CampaignTask.settle(campaign, act), clock.instant());
        timers.scheduleIfNotExists(CampaignTask.write(campaign, act), clock.instant());
        return new SteerResult.Done();
    }
}
