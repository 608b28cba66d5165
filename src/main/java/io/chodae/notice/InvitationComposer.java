package io.chodae.notice;

import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.mail.QueuedMail;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes invitations. The link is made here, at sending time. */
@Component
class InvitationComposer extends InvitationMailComposer {

    private final Links links;
    private final MailTimes times;
    private final Clock clock;

    InvitationComposer(Invitations invitations, OfferMails mails, Links links, MailTimes times, Clock clock) {
        super(MailKind.INVITATION, invitations, mails);
        this.links = links;
        this.times = times;
        this.clock = clock;
    }

    @Override
    @Nullable
    String obsolete(QueuedMail mail, Invitation invitation) {
        if (invitation.linkNumber() != mail.subjectNumber()) {
            return "a newer link was sent";
        }
        if (!clock.instant().isBefore(invitation.expiresAt())) {
            return "the invitation has expired";
        }
        if (invitation.state() != InvitationState.INVITED) {
            return "the invitation is no longer open";
        }
        return null;
    }

    @Override
    Map<String, String> personal(QueuedMail mail, Invitation invitation) {
        return Map.of(
                "name", mail.toName(),
                "email", mail.to().value(),
                "link", links.invitation(mail.customer(), mail.subjectId(), mail.subjectNumber()),
                "until", times.format(invitation.expiresAt(), mail.language()),
                "stop", links.stopMails(mail));
    }
}
