package io.chodae.notice;

import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.RemindInvitees;
import io.chodae.mail.Deliveries;
import io.chodae.mail.Delivery;
import io.chodae.mail.DeliveryState;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes reminders, with the link that is out already: only to whom the invitation itself has been delivered, and who
 * has not answered while the reminder waited.
 */
@Component
class ReminderComposer extends InvitationMailComposer {

    private final Deliveries deliveries;
    private final Links links;
    private final MailTimes times;
    private final Clock clock;

    ReminderComposer(
            Invitations invitations,
            Deliveries deliveries,
            OfferMails mails,
            Links links,
            MailTimes times,
            Clock clock) {
        super(MailKind.REMINDER, invitations, mails);
        this.clock = clock;
        this.deliveries = deliveries;
        this.links = links;
        this.times = times;
    }

    /** Whose invitation bounced, failed, still waits or came so late that this would follow closely is not among them. */
    @Override
    List<Invitation> read(CustomerId customer, List<Long> ids) {
        Instant latest = clock.instant().minus(RemindInvitees.APART);
        Map<Long, Delivery> delivered = deliveries.latestFor(customer, MailKind.INVITATION.word(), ids);
        return super.read(customer, ids).stream()
                .filter(invitation -> {
                    Delivery mail = delivered.get(invitation.id().value());
                    return mail != null
                            && mail.state() == DeliveryState.SENT
                            && (mail.sentAt() == null || !mail.sentAt().isAfter(latest));
                })
                .toList();
    }

    @Override
    @Nullable
    String obsolete(QueuedMail mail, Invitation invitation) {
        if (invitation.state() != InvitationState.INVITED) {
            return "the invitation is no longer open";
        }
        return invitation.linkNumber() == ReminderNumber.link(mail.subjectNumber()) ? null : "a newer link was sent";
    }

    @Override
    Map<String, String> personal(QueuedMail mail, Invitation invitation) {
        return Map.of(
                "name", mail.toName(),
                "email", mail.to().value(),
                "link", links.invitation(mail.customer(), mail.subjectId(), invitation.linkNumber()),
                "until", times.format(invitation.expiresAt(), mail.language()),
                "stop", links.stopMails(mail));
    }
}
