package io.chodae.campaign;

import io.chodae.campaign.SteeringStore.Watched;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.MailBatch;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Pauses a campaign of whose mails too many fail for good: a stale list or an unwelcome sender costs the relay's good
 * name with every further mail. Looks only at campaigns that are not over, and lets go of those that are.
 */
@Component
class WatchFailures {

    private static final Logger log = LoggerFactory.getLogger(WatchFailures.class);

    /** Fewer say nothing: one wrong address among ten is no reason. */
    private static final int ENOUGH = 50;

    private static final Set<CampaignState> AT_WORK =
            Set.of(CampaignState.WRITING, CampaignState.WRITTEN, CampaignState.FAILED);

    private final SteeringStore campaigns;
    private final Deliveries deliveries;
    private final PauseCampaign pause;
    private final int percent;

    WatchFailures(
            SteeringStore campaigns,
            Deliveries deliveries,
            PauseCampaign pause,
            @Value("${chodae.mail.pause-at-percent:5}") int percent) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.pause = pause;
        this.percent = percent;
    }

    void watch() {
        campaigns.watched().forEach(this::look);
    }

    private void look(Watched watched) {
        Campaign campaign = watched.campaign();
        if (!AT_WORK.contains(campaign.state())) {
            return;
        }
        MailBatch batch = CampaignMails.of(campaign);
        DeliveryCounts counts = deliveries.countsForBatch(batch.customer(), batch.kind(), batch.batchId());
        // somebody who tried again took failures away: never below none
        long failed = Math.max(0, counts.refused() - watched.seenFailed());
        long finished = Math.max(failed, counts.finished() - watched.seenFinished());
        if (tooMany(failed, finished) && (campaign.state() == CampaignState.WRITING || counts.open() > 0)) {
            log.warn(
                    "campaign {} of customer {} pauses: {} of {} mails failed for good",
                    campaign.id(),
                    campaign.customer().value(),
                    failed,
                    finished);
            pause.pauseForFailures(
                    campaign, Math.toIntExact(failed), Math.toIntExact(finished), deliveries.commonestFailure(batch));
        } else if (campaign.state() != CampaignState.WRITING && counts.open() == 0) {
            campaigns.unwatch(campaign);
        }
    }

    private boolean tooMany(long failed, long finished) {
        return percent > 0 && finished >= ENOUGH && failed * 100 > percent * finished;
    }
}
