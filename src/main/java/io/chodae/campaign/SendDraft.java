package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.Offers;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The press of "send". One short transaction decides and makes the campaign; the invitations are written behind it.
 * The lock on the draft makes a second press, however close, find the campaign of the first.
 */
@Component
public class SendDraft {

    private final TransactionTemplate transaction;
    private final DraftStore drafts;
    private final CheckDraft check;
    private final GroupOfDraft groups;
    private final OfferOfDraft offerOfDraft;
    private final Offers offers;
    private final FindSentBefore sentBefore;
    private final CampaignStore campaigns;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    SendDraft(
            TransactionTemplate transaction,
            DraftStore drafts,
            CheckDraft check,
            GroupOfDraft groups,
            OfferOfDraft offerOfDraft,
            Offers offers,
            FindSentBefore sentBefore,
            CampaignStore campaigns,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.transaction = transaction;
        this.drafts = drafts;
        this.check = check;
        this.groups = groups;
        this.offerOfDraft = offerOfDraft;
        this.offers = offers;
        this.sentBefore = sentBefore;
        this.campaigns = campaigns;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * @param version of the form that the operator sees; only the latest one, previewed, is sent
     */
    public SendDraftResult send(CustomerId customer, long draftId, int version, Actor actor) {
        return press(customer, draftId, version, actor, false);
    }

    /** The same after {@link SendDraftResult.SentBefore} was read and answered with yes. */
    public SendDraftResult sendConfirmed(CustomerId customer, long draftId, int version, Actor actor) {
        return press(customer, draftId, version, actor, true);
    }

    private SendDraftResult press(CustomerId customer, long draftId, int version, Actor actor, boolean confirmed) {
        return transaction.execute(status -> {
            Optional<StoredDraft> stored = drafts.lock(customer, draftId);
            if (stored.isEmpty()) {
                return new SendDraftResult.Gone();
            }
            if (stored.get().sent()) {
                return new SendDraftResult.AlreadySent(campaigns.ofDraft(customer, draftId));
            }
            return refusal(stored.get(), version)
                    .or(() -> confirmed
                            ? Optional.empty()
                            : sentBefore.lockAndFind(stored.get().draft()))
                    .orElseGet(() -> start(stored.get(), actor, status));
        });
    }

    private Optional<SendDraftResult> refusal(StoredDraft stored, int version) {
        Draft draft = stored.draft();
        Readiness readiness = check.checkForSending(stored);
        if (!readiness.missing().isEmpty()) {
            return Optional.of(new SendDraftResult.ServiceIncomplete(readiness.missing()));
        }
        if (!readiness.faults().isEmpty()) {
            return Optional.of(new SendDraftResult.NotReady(readiness.faults()));
        }
        if (draft.version() != version || !readiness.previewed()) {
            return Optional.of(new SendDraftResult.NotPreviewed());
        }
        return readiness.noSeat().map(SendDraftResult.class::cast);
    }

    private SendDraftResult start(StoredDraft stored, Actor actor, TransactionStatus status) {
        Draft draft = stored.draft();
        GroupOfDraft.Result group = groups.settle(draft, actor);
        if (group instanceof GroupOfDraft.Refused refused) {
            status.setRollbackOnly();
            return new SendDraftResult.NotReady(refused.faults());
        }
        long offerId = offers.create(
                        draft.customer(),
                        offerOfDraft.toStore(draft.content(), ((GroupOfDraft.Settled) group).groupId()))
                .id();
        long campaignId = campaigns.insert(draft, offerId, actor, clock.instant());
        drafts.markSent(draft);
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
        return new SendDraftResult.Started(campaignId);
    }
}
