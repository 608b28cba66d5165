package io.chodae.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that this node has taken on.
 *
 * @param attempts how often it has been tried, this attempt included
 * @param triedSince when it was enqueued, or asked for again after it had failed
 * @param suppressed why its customer does not write to this address, in one sentence; null where it does
 */
record Claimed(
        QueuedMail mail,
        int attempts,
        Instant triedSince,
        @Nullable String suppressed) {

    boolean mayBeSent() {
        return suppressed == null;
    }
}
