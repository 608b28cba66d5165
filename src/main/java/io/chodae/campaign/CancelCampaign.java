package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.mail.BatchControl;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.MailBatch;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels the rest of a campaign for good: rows that are not written never will be, and people whose mail has not gone
 * out lose their invitation. The press answers at once; {@link CancelRest} works behind it.
 */
@Component
public class CancelCampaign {

    private final SteeringStore campaigns;
    private final CampaignStore store;
    private final BatchControl mails;
    private final Deliveries deliveries;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    CancelCampaign(
            SteeringStore campaigns,
            CampaignStore store,
            BatchControl mails,
            Deliveries deliveries,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.campaigns = campaigns;
        this.store = store;
        this.mails = mails;
        this.deliveries = deliveries;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /** Whom it would be about now; empty where this customer has no such campaign. */
    @Transactional(readOnly = true)
    public Optional<RestOfCampaign> rest(CustomerId customer, long campaignId) {
        return store.find(customer, campaignId).map(this::rest);
    }

    @Transactional
    public SteerResult cancel(CustomerId customer, long campaignId, Actor actor) {
        Optional<Campaign> found = campaigns.lock(customer, campaignId);
        if (found.isEmpty()) {
            return new SteerResult.Gone();
        }
        Campaign campaign = found.get();
        if (!campaign.state().allows(CampaignState.Step.CANCEL)) {
            return new SteerResult.NotNow(campaign.state());
        }
        RestOfCampaign rest = rest(campaign);
        int act = campaigns.cancel(campaign, clock.instant());
        mails.hold(CampaignMails.of(campaign));
        audit.record(
                customer,
                actor,
                "campaign.canceled",
                "campaign",
                String.valueOf(campaignId),
                Map.of(
                        "unwritten", String.valueOf(rest.unwritten()),
                        "waiting", String.valueOf(rest.waiting()),
                        "failed", String.valueOf(rest.failed())));
        timers.scheduleIfNotExists(CampaignTask.cancel(campaign, act), clock.instant());
        return new SteerResult.Done();
    }

    private RestOfCampaign rest(Campaign campaign) {
        MailBatch batch = CampaignMails.of(campaign);
        DeliveryCounts counts = deliveries.countsForBatch(batch.customer(), batch.kind(), batch.batchId());
        return new RestOfCampaign(
                campaign.total() - campaign.written() - campaign.skipped(),
                Math.toIntExact(counts.open()),
                Math.toIntExact(counts.undelivered()));
    }
}
