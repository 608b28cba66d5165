package io.chodae.campaign;

import io.chodae.bizkit.BizKits;
import io.chodae.bizkit.Seats;
import io.chodae.invitation.Invitee;
import io.chodae.invitation.Limited;
import io.chodae.invitation.SendInvitations;
import io.chodae.invitation.SendInvitations.SendResult;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.suppression.LiftSuppression;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the next thousand invitations of a campaign. */
@Component
class WriteChunk {

    private static final int ROWS = 1_000;

    private final TransactionTemplate transaction;
    private final WritingStore campaigns;
    private final DraftStore drafts;
    private final RowReader rows;
    private final Standing standing;
    private final ChoiceStore choices;
    private final BizKits kits;
    private final Seats seats;
    private final SendInvitations sendInvitations;
    private final LiftSuppression liftSuppression;
    private final HeldRows held;
    private final Clock clock;

    WriteChunk(
            TransactionTemplate transaction,
            WritingStore campaigns,
            DraftStore drafts,
            RowReader rows,
            Standing standing,
            ChoiceStore choices,
            BizKits kits,
            Seats seats,
            SendInvitations sendInvitations,
            LiftSuppression liftSuppression,
            HeldRows held,
            Clock clock) {
        this.transaction = transaction;
        this.campaigns = campaigns;
        this.drafts = drafts;
        this.rows = rows;
        this.standing = standing;
        this.choices = choices;
        this.kits = kits;
        this.seats = seats;
        this.sendInvitations = sendInvitations;
        this.liftSuppression = liftSuppression;
        this.held = held;
        this.clock = clock;
    }

    private enum Step {
        MORE,
        END,
        NO_SEAT
    }

    /**
     * One transaction, which is given up whole where it would take more seats than there are.
     *
     * @return false where the campaign is at its end
     */
    boolean write(CustomerId customer, long campaignId) {
        Step step = transaction.execute(status -> {
            Step next = next(customer, campaignId);
            if (next == Step.NO_SEAT) {
                status.setRollbackOnly();
            }
            return next;
        });
        if (step == Step.NO_SEAT) {
            campaigns.fail(customer, campaignId, "NO_SEAT", clock.instant());
        }
        return step == Step.MORE;
    }

    private Step next(CustomerId customer, long campaignId) {
        Optional<Unfinished> unfinished = campaigns.lock(customer, campaignId);
        if (unfinished.isEmpty()) {
            return Step.END;
        }
        Campaign campaign = unfinished.get().campaign();
        if (kits.isStopped(customer)) {
            // looked at again by the sweep, so that it goes on by itself
            return Step.END;
        }
        List<DraftRow> next = rows.after(
                customer, campaign.draftId(), RowFilter.READY, unfinished.get().lastRow(), ROWS);
        if (!next.isEmpty()) {
            send(unfinished.get(), next);
            // Asked afterwards: an acceptance takes its invitation before the seats, and so must we.
            if (!seats.reserve(customer, 0)) {
                return Step.NO_SEAT;
            }
        }
        if (next.size() == ROWS) {
            return Step.MORE;
        }
        campaigns.finish(customer, campaignId, clock.instant());
        return Step.END;
    }

    private void send(Unfinished unfinished, List<DraftRow> next) {
        Campaign campaign = unfinished.campaign();
        CustomerId customer = campaign.customer();
        List<Invitee> invitees = strangers(unfinished, next);
        SendResult sent = sendInvitations.send(
                customer, campaign.offerId(), invitees, kits.get(customer).invitationLifetime(), unfinished.actor());
        held.add(campaign, heldRows(next, sent.held()));
        int done = sent.written() + sent.present();
        campaigns.advance(campaign, next.getLast().rowNo(), done, next.size() - done);
    }

    private static Map<Integer, Instant> heldRows(List<DraftRow> rows, Map<String, Limited> held) {
        Map<Integer, Instant> result = new HashMap<>();
        if (!held.isEmpty()) {
            for (DraftRow row : rows) {
                Limited limited = held.get(EmailAddress.of(row.email()).key());
                if (limited != null) {
                    result.put(row.rowNo(), limited.again());
                }
            }
        }
        return result;
    }

    /** Those who have not enrolled since the list was looked at, and were not invited elsewhere or bounced unless that was chosen. */
    private List<Invitee> strangers(Unfinished unfinished, List<DraftRow> next) {
        Campaign campaign = unfinished.campaign();
        Language language = drafts.find(campaign.customer(), campaign.draftId())
                .orElseThrow()
                .draft()
                .content()
                .language();
        Map<String, String> known = standing.of(
                campaign.customer(),
                next.stream().map(row -> EmailAddress.of(row.email()).key()).toList());
        AgainChoices chosen = choices.load(campaign.customer(), campaign.draftId());
        List<Invitee> invitees = next.stream()
                .map(row -> Invitees.of(row, language))
                .filter(invitee -> chosen.gets(
                        invitee.email().key(), known.get(invitee.email().key())))
                .toList();
        List<String> bounced = invitees.stream()
                .map(invitee -> invitee.email().key())
                .filter(key -> Standing.BOUNCED.equals(known.get(key)))
                .toList();
        if (!bounced.isEmpty()) {
            // their mails would be kept back otherwise; whoever gets none today was not tried either
            Set<String> held = sendInvitations.heldBack(campaign.customer(), bounced);
            liftSuppression.liftBounces(
                    campaign.customer(),
                    bounced.stream().filter(key -> !held.contains(key)).toList(),
                    unfinished.actor());
        }
        return invitees;
    }
}
