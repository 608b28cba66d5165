package io.chodae.console;

import io.chodae.mail.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an invitation.
 *
 * @param what its text is {@code invitations.line.} and this
 * @param by address of an operator or of the person; null where nobody did it, or it is told already
 * @param note more of it, in somebody's own words
 * @param mail how that mail stands
 */
record TimelineLine(
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String note,
        @Nullable Delivery mail) {

    static TimelineLine of(Instant at, String what, @Nullable String by) {
        return new TimelineLine(at, what, by, null, null);
    }
}
