package io.chodae.campaign;

import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, and how far it is. */
@Component
public class Campaigns {

    private static final int MAX_SLICE = 200;

    private final CampaignStore campaigns;
    private final Invitations invitations;
    private final HeldRows held;

    Campaigns(CampaignStore campaigns, Invitations invitations, HeldRows held) {
        this.held = held;
        this.campaigns = campaigns;
        this.invitations = invitations;
    }

    /** Empty where this customer has no such campaign. */
    @Transactional(readOnly = true)
    public Optional<Campaign> find(CustomerId customer, long campaignId) {
        return campaigns.find(customer, campaignId);
    }

    /** The campaign that this draft was sent as; empty where it was not, or this customer has no such draft. */
    @Transactional(readOnly = true)
    public Optional<Campaign> ofDraft(CustomerId customer, long draftId) {
        return campaigns.findOfDraft(customer, draftId).flatMap(id -> campaigns.find(customer, id));
    }

    /** The campaign that first made this offer; empty where none did, or this customer has no such offer. */
    @Transactional(readOnly = true)
    public Optional<Campaign> ofOffer(CustomerId customer, long offerId) {
        return campaigns.findOfOffer(customer, offerId);
    }

    /**
     * Newest first.
     *
     * @param after where the slice before ended; empty for the first
     */
    @Transactional(readOnly = true)
    public Slice<Campaign> list(CustomerId customer, Optional<String> after, int limit) {
        long before = after.map(Campaigns::position).orElse(Long.MAX_VALUE);
        return campaigns.slice(customer, before, Math.clamp(limit, 1, MAX_SLICE));
    }

    /** Empty where this customer has no such campaign. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(CustomerId customer, long campaignId) {
        return campaigns
                .find(customer, campaignId)
                .map(campaign -> new Progress(
                        campaign.total(),
                        campaign.written(),
                        campaign.skipped(),
                        campaign.state(),
                        invitations.countsOf(customer, campaign.offerId())));
    }

    /** Empty where nobody was held back. */
    @Transactional(readOnly = true)
    public Optional<HeldBack> heldBack(CustomerId customer, long campaignId) {
        return held.of(customer, campaignId);
    }

    /** The position comes back from a browser: anything but one of ours means the beginning. */
    private static long position(String after) {
        return after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }
}
