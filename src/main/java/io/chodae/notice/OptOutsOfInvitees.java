package io.chodae.notice;

import io.chodae.invitation.NoteOptOut;
import io.chodae.suppression.ReaderOptedOut;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of stopped mails whoever knows what the mails were about. */
@Component
class OptOutsOfInvitees {

    private final NoteOptOut noteOptOut;

    OptOutsOfInvitees(NoteOptOut noteOptOut) {
        this.noteOptOut = noteOptOut;
    }

    @EventListener
    void on(ReaderOptedOut stopped) {
        noteOptOut.note(stopped.customer(), stopped.email());
    }
}
