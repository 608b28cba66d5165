package io.chodae.notice;

import io.chodae.invitation.InvitationsReminded;
import io.chodae.mail.MailRequest;
import io.chodae.mail.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues the reminders of links that end soon. */
@Component
class EnqueueReminders {

    private final Outbox outbox;

    EnqueueReminders(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(InvitationsReminded reminded) {
        outbox.enqueue(reminded.invitations().stream()
                .map(invitation -> new MailRequest(
                        reminded.customer(),
                        MailKind.REMINDER.word(),
                        reminded.offerId(),
                        invitation.invitationId(),
                        ReminderNumber.of(invitation.linkNumber(), reminded.which()),
                        invitation.email(),
                        invitation.name(),
                        invitation.language()))
                .toList());
    }
}
