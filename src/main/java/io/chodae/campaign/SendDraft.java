package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.invitation.CountPresses;
import io.chodae.shared.CustomerId;
import java.time.Clock;
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
    private final MaySend maySend;
    private final BeginSending begin;
    private final FindSentBefore sentBefore;
    private final DailyPeople daily;
    private final CountPresses presses;
    private final CampaignStore campaigns;
    private final Clock clock;

    SendDraft(
            TransactionTemplate transaction,
            DraftStore drafts,
            MaySend maySend,
            BeginSending begin,
            FindSentBefore sentBefore,
            DailyPeople daily,
            CountPresses presses,
            CampaignStore campaigns,
            Clock clock) {
        this.transaction = transaction;
        this.drafts = drafts;
        this.maySend = maySend;
        this.begin = begin;
        this.sentBefore = sentBefore;
        this.daily = daily;
        this.presses = presses;
        this.campaigns = campaigns;
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
            return presses.count(actor)
                    .<SendDraftResult>map(SendDraftResult.TooMany::new)
                    .or(() -> maySend.refusal(stored.get(), version))
                    .or(() -> daily.refusal(stored.get().draft()))
                    .or(() -> confirmed
                            ? Optional.empty()
                            : sentBefore.lockAndFind(stored.get().draft()))
                    .orElseGet(() -> start(stored.get(), actor, status));
        });
    }

    private SendDraftResult start(StoredDraft stored, Actor actor, TransactionStatus status) {
        Draft draft = stored.draft();
        BeginSending.Result begun = begin.offer(draft, actor);
        if (begun instanceof BeginSending.Refused refused) {
            status.setRollbackOnly();
            return new SendDraftResult.NotReady(refused.faults());
        }
        long offerId = ((BeginSending.Offered) begun).offerId();
        long campaignId = campaigns.insert(draft, offerId, actor, clock.instant());
        drafts.markSent(draft);
        begin.write(draft, campaignId, offerId, actor);
        return new SendDraftResult.Started(campaignId);
    }
}
