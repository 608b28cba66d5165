package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.invitation.CancelInvitations;
import io.chodae.mail.BatchControl;
import io.chodae.mail.Deliveries;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.MailBatch;
import io.chodae.mail.MailSubject;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back the invitations of a cancelled campaign whose mail has not gone out, chunk by chunk, each mail and its
 * invitation in one transaction. Mails under way are waited for: those that were sent stay invited. Somebody whom an
 * operator invites again meanwhile is left alone, and gets the new mail at the end.
 */
@Component
class CancelRest {

    private static final int CHUNK = 1_000;
    private static final Set<DeliveryState> UNDELIVERED =
            EnumSet.of(DeliveryState.FAILED, DeliveryState.BOUNCED, DeliveryState.SUPPRESSED);
    private static final String WHY = "the rest of the sending was cancelled";

    private final TransactionTemplate transaction;
    private final CampaignStore store;
    private final SteeringStore campaigns;
    private final BatchControl mails;
    private final Deliveries deliveries;
    private final CancelInvitations cancelInvitations;

    CancelRest(
            TransactionTemplate transaction,
            CampaignStore store,
            SteeringStore campaigns,
            BatchControl mails,
            Deliveries deliveries,
            CancelInvitations cancelInvitations) {
        this.transaction = transaction;
        this.store = store;
        this.campaigns = campaigns;
        this.mails = mails;
        this.deliveries = deliveries;
        this.cancelInvitations = cancelInvitations;
    }

    /**
     * @param stop asked between two chunks
     * @return false where it has to come back: it was stopped, or mails are under way
     */
    boolean work(CustomerId customer, long campaignId, BooleanSupplier stop) {
        Optional<Campaign> found = store.find(customer, campaignId);
        Optional<Instant> canceled = campaigns.canceledAt(customer, campaignId);
        if (found.isEmpty() || canceled.isEmpty()) {
            return true;
        }
        MailBatch batch = CampaignMails.of(found.get());
        while (!stop.getAsBoolean()) {
            int dropped = transaction.execute(status -> dropSome(found.get(), batch, canceled.get()));
            if (dropped == 0) {
                return !mails.underWay(batch, canceled.get()) && end(found.get(), batch, stop);
            }
        }
        return false;
    }

    private int dropSome(Campaign campaign, MailBatch batch, Instant canceled) {
        List<MailSubject> dropped = mails.drop(batch, canceled, WHY, CHUNK);
        takeBack(campaign, dropped);
        return dropped.size();
    }

    /** What failed for good keeps the server's words; its invitation holds a seat that nobody can take. */
    private boolean end(Campaign campaign, MailBatch batch, BooleanSupplier stop) {
        long before = Long.MAX_VALUE;
        while (!stop.getAsBoolean()) {
            List<MailSubject> failed = deliveries.subjects(batch, UNDELIVERED, before, CHUNK);
            if (failed.isEmpty()) {
                transaction.executeWithoutResult(status -> {
                    CampaignMails.all(campaign).forEach(mails::release);
                    campaigns.unwatch(campaign);
                });
                CampaignMails.all(campaign).forEach(mails::settle);
                return true;
            }
            transaction.executeWithoutResult(status -> takeBack(campaign, failed));
            before = failed.getLast().id();
        }
        return false;
    }

    private void takeBack(Campaign campaign, List<MailSubject> subjects) {
        cancelInvitations.cancel(
                campaign.customer(),
                campaign.offerId(),
                subjects.stream().collect(Collectors.toMap(MailSubject::id, MailSubject::number, Math::max)),
                Actor.system());
    }
}
