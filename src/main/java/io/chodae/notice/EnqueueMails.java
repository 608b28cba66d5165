package io.chodae.notice;

import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.EmailVerificationRequested;
import io.chodae.identity.OperatorInvited;
import io.chodae.identity.PasswordResetRequested;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationAccepted;
import io.chodae.invitation.InvitationsSent;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues a mail for what other rooms say has happened, in the transaction in which it happened. */
@Component
class EnqueueMails {

    private final Outbox outbox;
    private final Accounts accounts;

    EnqueueMails(Outbox outbox, Accounts accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    @EventListener
    void on(InvitationsSent sent) {
        outbox.enqueue(sent.invitations().stream()
                .map(invitation -> new MailRequest(
                        sent.customer(),
                        MailKind.INVITATION.word(),
                        sent.offerId(),
                        invitation.invitationId(),
                        invitation.linkNumber(),
                        invitation.email(),
                        invitation.name(),
                        invitation.language()))
                .toList());
    }

    @EventListener
    void on(InvitationAccepted accepted) {
        Invitation invitation = accepted.invitation();
        outbox.enqueue(List.of(new MailRequest(
                invitation.id().customer(),
                MailKind.WELCOME.word(),
                invitation.sendingId(),
                invitation.id().value(),
                invitation.linkNumber(),
                invitation.email(),
                invitation.name(),
                invitation.language())));
    }

    @EventListener
    void on(EmailVerificationRequested requested) {
        accountMail(MailKind.VERIFY_EMAIL, requested.account(), requested.linkId());
    }

    @EventListener
    void on(PasswordResetRequested requested) {
        accountMail(MailKind.RESET_PASSWORD, requested.account(), requested.linkId());
    }

    /**
     * It is about working for a publisher and not what the publisher advertises: whoever wants no invitations of it, or
     * did not get one, can still be asked. So it is the server's own mail, and its batch names the customer.
     */
    @EventListener
    void on(OperatorInvited invited) {
        outbox.enqueue(List.of(new MailRequest(
                CustomerId.HOUSE,
                MailKind.OPERATOR_INVITATION.word(),
                invited.customer().value(),
                invited.invitationId(),
                invited.linkNumber(),
                invited.email(),
                invited.name(),
                invited.language())));
    }

    /** Mails about an account belong to no customer. */
    private void accountMail(MailKind kind, AccountId id, long linkId) {
        Account account = accounts.find(id).orElseThrow();
        outbox.enqueue(List.of(new MailRequest(
                CustomerId.HOUSE,
                kind.word(),
                id.value(),
                linkId,
                1,
                account.reachedAt(),
                account.name(),
                account.language())));
    }
}
