package io.chodae.campaign;

import io.chodae.invitation.AtLeast;
import io.chodae.mail.Deliveries;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent and is not done with: being written or mailed, stopped, or out of seats. */
@Component
public class RunningCampaigns {

    /** So many mails of a campaign are counted; more are not told apart. */
    private static final int LIMIT = 10_000;

    /** Mails are tried for some days, and nobody sends so often. */
    private static final int LOOKED_AT = 200;

    private final CampaignStore campaigns;
    private final Deliveries deliveries;

    RunningCampaigns(CampaignStore campaigns, Deliveries deliveries) {
        this.campaigns = campaigns;
        this.deliveries = deliveries;
    }

    /** Newest first, of the newest 200 that do not wait for their time. */
    @Transactional(readOnly = true)
    public List<RunningCampaign> of(CustomerId customer) {
        List<Campaign> newest =
                campaigns.slice(customer, Long.MAX_VALUE, LOOKED_AT).items();
        Map<Long, Integer> mails = deliveries.waiting(
                customer,
                CampaignMails.KIND,
                newest.stream().map(Campaign::offerId).toList(),
                LIMIT + 1);
        return newest.stream()
                .filter(one -> isOpen(one.state()) || mails.containsKey(one.offerId()))
                .map(one -> new RunningCampaign(one, left(one, mails.getOrDefault(one.offerId(), 0))))
                .toList();
    }

    private static AtLeast left(Campaign campaign, int mails) {
        int unwritten = isOpen(campaign.state()) ? campaign.total() - campaign.written() - campaign.skipped() : 0;
        return new AtLeast(Math.min(mails, LIMIT) + unwritten, mails > LIMIT);
    }

    private static boolean isOpen(CampaignState state) {
        return switch (state) {
            case WRITING, FAILED, PAUSED -> true;
            case SCHEDULED, WRITTEN, CANCELED -> false;
        };
    }
}
