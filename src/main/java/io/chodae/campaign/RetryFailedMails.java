package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.mail.BatchControl;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.MailBatch;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries again the mails of a campaign that failed for good, and no others: the same mails with the same links. The act
 * and its trace are one transaction; the mails follow chunk by chunk, and a press that was interrupted may be repeated.
 */
@Component
public class RetryFailedMails {

    private final TransactionTemplate transaction;
    private final SteeringStore campaigns;
    private final BatchControl mails;
    private final Deliveries deliveries;
    private final AuditTrail audit;

    RetryFailedMails(
            TransactionTemplate transaction,
            SteeringStore campaigns,
            BatchControl mails,
            Deliveries deliveries,
            AuditTrail audit) {
        this.transaction = transaction;
        this.campaigns = campaigns;
        this.mails = mails;
        this.deliveries = deliveries;
        this.audit = audit;
    }

    public RetryResult retry(CustomerId customer, long campaignId, Actor actor) {
        Optional<Campaign> found = transaction.execute(status -> begin(customer, campaignId, actor));
        if (found.isEmpty()) {
            return new RetryResult.Gone();
        }
        Campaign campaign = found.get();
        if (!campaign.state().allows(CampaignState.Step.RETRY)) {
            return new RetryResult.NotNow(campaign.state());
        }
        int retried = mails.retryFailed(CampaignMails.of(campaign));
        if (retried > 0) {
            campaigns.seen(campaign, counts(campaign));
        }
        return new RetryResult.Retried(retried);
    }

    private Optional<Campaign> begin(CustomerId customer, long campaignId, Actor actor) {
        Optional<Campaign> found = campaigns.lock(customer, campaignId);
        found.filter(campaign -> campaign.state().allows(CampaignState.Step.RETRY))
                .ifPresent(campaign -> {
                    long failed = counts(campaign).failed();
                    if (failed > 0) {
                        audit.record(
                                customer,
                                actor,
                                "campaign.retried",
                                "campaign",
                                String.valueOf(campaignId),
                                Map.of("failed", String.valueOf(failed)));
                    }
                });
        return found;
    }

    private DeliveryCounts counts(Campaign campaign) {
        MailBatch batch = CampaignMails.of(campaign);
        return deliveries.countsForBatch(batch.customer(), batch.kind(), batch.batchId());
    }
}
