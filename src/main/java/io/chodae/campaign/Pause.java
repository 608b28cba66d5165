package io.chodae.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a campaign was paused.
 *
 * @param by address of the operator, or {@code system}
 * @param failed mails that had failed for good since somebody last went on, where failures are the cause; else 0
 * @param finished of so many that were tried to their end
 * @param reply what servers said most often; null where nobody had failed
 */
public record Pause(
        Cause cause,
        String by,
        Instant at,
        int failed,
        int finished,
        @Nullable String reply) {

    /** Who decided. */
    public enum Cause {
        OPERATOR,
        /** Too many mails failed for good. */
        FAILURES
    }
}
