package io.chodae.capture;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a send or a cancel. */
public sealed interface UserInvitationResult {

    /** Done; the invitation as it stands now. */
    record Done(UserInvitation invitation) implements UserInvitationResult {}

    /**
     * Not done, and nothing changed.
     *
     * @param retryAfter with {@link UserInvitationRefusal#TOO_MANY}: how long to wait
     */
    record Refused(UserInvitationRefusal reason, @Nullable Duration retryAfter) implements UserInvitationResult {}
}
