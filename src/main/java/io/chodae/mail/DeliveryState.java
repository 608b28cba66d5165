package io.chodae.mail;

import java.util.Locale;

/** Where a mail is on its way. It says nothing about the life of what the mail is about. */
public enum DeliveryState {
    /** Waits for its first attempt. */
    QUEUED,
    /** Is being handed to the relay, or was when its server died. */
    SENDING,
    /** Somebody stopped its batch; it goes on when they say so. */
    HELD,
    /** The relay has taken it. */
    SENT,
    /** The relay would not take it now; it is tried again. */
    DEFERRED,
    /** The relay will never take it, or would not for too long. */
    FAILED,
    /** What it was about had ended before it went out. */
    OBSOLETE,
    /** A server said for good that the address takes no mails, at once or in a report that came back. */
    BOUNCED,
    /** Was never handed over: its address is one that the customer does not write to. */
    SUPPRESSED;

    /** As the database has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
