package io.chodae.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the delivery of one mail stands.
 *
 * @param lastReply the server's own words, or ours where no server answered; null before the first attempt
 * @param sentAt null unless sent
 * @param nextAttemptAt null unless queued or deferred
 * @param triedAt when the last attempt ended; null before the first
 */
public record Delivery(
        long subjectId,
        int subjectNumber,
        DeliveryState state,
        int attempts,
        @Nullable String lastReply,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant triedAt) {

    /** What a note begins with about a mail that was taken by the relay, and waits with a server behind it. */
    static final String DELAYED = "Delayed on its way: ";

    /** Whether its reply tells why it has not arrived. */
    public boolean tellsWhy() {
        return switch (state) {
            case DEFERRED, FAILED, BOUNCED -> lastReply != null;
            case SENT -> lastReply != null && lastReply.startsWith(DELAYED);
            case QUEUED, SENDING, HELD, OBSOLETE, SUPPRESSED -> false;
        };
    }
}
