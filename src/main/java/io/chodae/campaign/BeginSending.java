package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.Offers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every sending begins with, in the caller's transaction: the group, the offer, and the timer that writes. */
@Component
class BeginSending {

    private final GroupOfDraft groups;
    private final OfferOfDraft offerOfDraft;
    private final Offers offers;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    BeginSending(
            GroupOfDraft groups,
            OfferOfDraft offerOfDraft,
            Offers offers,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.groups = groups;
        this.offerOfDraft = offerOfDraft;
        this.offers = offers;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    sealed interface Result {}

    record Offered(long offerId) implements Result {}

    /** The new group cannot be made; the transaction is to be rolled back. */
    record Refused(List<DraftFault> faults) implements Result {}

    Result offer(Draft draft, Actor actor) {
        GroupOfDraft.Result group = groups.settle(draft, actor);
        return switch (group) {
            case GroupOfDraft.Refused refused -> new Refused(refused.faults());
            case GroupOfDraft.Settled settled ->
                new Offered(offers.create(draft.customer(), offerOfDraft.toStore(draft.content(), settled.groupId()))
                        .id());
        };
    }

    void write(Draft draft, long campaignId, long offerId, Actor actor) {
        audit.record(
                draft.customer(),
                actor,
                "campaign.started",
                "campaign",
                String.valueOf(campaignId),
                Map.of(
                        "draft", String.valueOf(draft.id()),
                        "offer", String.valueOf(offerId),
                        "total", String.valueOf(draft.roster().ready())));
        timers.scheduleIfNotExists(CampaignTask.instance(draft.customer(), campaignId), clock.instant());
    }
}
