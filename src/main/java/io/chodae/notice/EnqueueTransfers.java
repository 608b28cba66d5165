package io.chodae.notice;

import io.chodae.capture.TransfersFollowedUp;
import io.chodae.capture.UserInvitationsSent;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues the mails that ask people to have their accounts managed, in the transaction that makes the links. */
@Component
class EnqueueTransfers {

    private final Outbox outbox;

    EnqueueTransfers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** They are no batch: nobody pauses them. */
    @EventListener
    void on(UserInvitationsSent sent) {
        outbox.enqueue(sent.invitations().stream()
                .map(one -> new MailRequest(
                        sent.customer(),
                        MailKind.TRANSFER.word(),
                        0,
                        one.userInvitationId(),
                        one.linkNumber(),
                        one.email(),
                        one.name(),
                        one.language()))
                .toList());
    }

    @EventListener
    void on(TransfersFollowedUp followed) {
        outbox.enqueue(followed.mails().stream()
                .map(one -> new MailRequest(
                        followed.customer(),
                        followed.kind(),
                        0,
                        one.userInvitationId(),
                        one.number(),
                        one.email(),
                        one.name(),
                        one.language()))
                .toList());
    }
}
