package io.chodae.notice;

import io.chodae.bizkit.EnrolledUsers;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.mail.QueuedMail;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Welcomes who accepted and is still there: what is usable now, and how to leave. */
@Component
class WelcomeComposer extends InvitationMailComposer {

    private final EnrolledUsers users;
    private final Links links;

    WelcomeComposer(Invitations invitations, EnrolledUsers users, OfferMails mails, Links links) {
        super(MailKind.WELCOME, invitations, mails);
        this.users = users;
        this.links = links;
    }

    @Override
    List<Invitation> read(CustomerId customer, List<Long> ids) {
        List<Invitation> invitations = super.read(customer, ids);
        Set<String> enrolled = users.enrolledAmong(
                customer,
                invitations.stream().map(invitation -> invitation.email().key()).toList());
        return invitations.stream()
                .filter(invitation -> enrolled.contains(invitation.email().key()))
                .toList();
    }

    @Override
    @Nullable
    String obsolete(QueuedMail mail, Invitation invitation) {
        return invitation.state() == InvitationState.ACCEPTED ? null : "the invitation is no longer accepted";
    }

    @Override
    Map<String, String> personal(QueuedMail mail, Invitation invitation) {
        return Map.of(
                "name", mail.toName(),
                "email", mail.to().value(),
                "link", links.myServices(),
                "stop", links.stopMails(mail));
    }
}
