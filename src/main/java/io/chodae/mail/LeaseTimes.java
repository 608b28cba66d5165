package io.chodae.mail;

import java.time.Duration;

/**
 * How long mails that a node has claimed are its own. It renews that while it has them in hand.
 *
 * @param length a node that has not renewed for so long is taken for dead, and others take its mails over
 * @param afterRestart how long nobody takes over when the database has started anew: nobody could renew meanwhile
 */
record LeaseTimes(Duration length, Duration afterRestart) {

    LeaseTimes(Duration length) {
        this(length, length);
    }

    /** Often enough that one renewal may fail. */
    Duration renewal() {
        return length.dividedBy(3);
    }

    /** What must be left when a mail is handed to the relay, so that a renewal comes in time while it is on its way. */
    Duration toSend() {
        return length.dividedBy(3);
    }
}
