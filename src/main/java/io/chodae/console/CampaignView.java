package io.chodae.console;

import io.chodae.campaign.Campaign;
import io.chodae.campaign.CampaignState;
import io.chodae.campaign.CampaignState.Step;
import io.chodae.campaign.Progress;
import io.chodae.invitation.InvitationState;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.DeliveryState;
import java.util.Arrays;
import java.util.List;

/** A campaign as its page shows it at this moment, with what may be done now. */
record CampaignView(Campaign campaign, Progress progress, DeliveryCounts mails) {

    public CampaignState state() {
        return campaign.state();
    }

    public int unwritten() {
        return campaign.total() - campaign.written() - campaign.skipped();
    }

    public int accepted() {
        return count(InvitationState.ACCEPTED);
    }

    /** What the headline says. */
    public String head() {
        return switch (campaign.state()) {
            case SCHEDULED -> "SCHEDULED";
            case WRITING -> "WRITING";
            case WRITTEN ->
                mails.queued() > 0
                        ? "WRITING"
                        : mails.deferred() > 0 ? "WAITING" : mails.refused() > 0 ? "SOME_FAILED" : "WRITTEN";
            case FAILED -> "FAILED";
            case PAUSED -> "PAUSED";
            case CANCELED -> mails.open() > 0 ? "CANCELING" : "CANCELED";
        };
    }

    /** How many mails the headline speaks of. */
    public long headCount() {
        return mails.deferred() > 0 ? mails.deferred() : mails.refused();
    }

    public long count(String delivery) {
        return mails.of(DeliveryState.valueOf(delivery));
    }

    public int count(InvitationState state) {
        return progress.states().getOrDefault(state, 0);
    }

    /** The states that are shown: those with somebody in them, and acceptance in any case. */
    public List<InvitationState> answers() {
        return Arrays.stream(InvitationState.values())
                .filter(state -> state == InvitationState.ACCEPTED || count(state) > 0)
                .toList();
    }

    /** Whether anything may be done to it. */
    public boolean steerable() {
        return pausable() || resumable() || cancelable() || retryable();
    }

    /** Whether it moves by itself, so that looking again is worth while. */
    public boolean moves() {
        return switch (campaign.state()) {
            case SCHEDULED -> false;
            case WRITING -> true;
            case WRITTEN, FAILED, PAUSED -> mails.queued() > 0 || mails.deferred() > 0;
            case CANCELED -> mails.open() > 0;
        };
    }

    /** Whether mails go out now, rather than wait for their next attempt. */
    public boolean busy() {
        return campaign.state() == CampaignState.WRITING || mails.queued() > 0;
    }

    public boolean pausable() {
        return campaign.state().allows(Step.PAUSE) && (campaign.state() == CampaignState.WRITING || mails.open() > 0);
    }

    public boolean resumable() {
        return campaign.state().allows(Step.RESUME);
    }

    public boolean cancelable() {
        return campaign.state().allows(Step.CANCEL) && unwritten() + mails.open() + mails.undelivered() > 0;
    }

    public boolean retryable() {
        return campaign.state().allows(Step.RETRY) && mails.failed() > 0;
    }

    /** By which a browser that comes back is told whether anything has changed. */
    public String fingerprint() {
        return "%s.%d.%d.%d.%d.%d.%d.%d.%d.%d"
                .formatted(
                        campaign.state(),
                        campaign.written(),
                        mails.queued(),
                        mails.sent(),
                        mails.deferred(),
                        mails.failed(),
                        mails.held(),
                        mails.bounced(),
                        mails.suppressed(),
                        accepted());
    }
}
