package io.chodae.campaign;

import java.time.Instant;

/** How the wish to send at a certain time ended. */
public sealed interface ScheduleResult {

    /** The draft is frozen and waits. */
    record Scheduled(Schedule schedule) implements ScheduleResult {}

    /** The time has passed, or comes within this minute. */
    record Past(Instant at, Instant now) implements ScheduleResult {}

    /** Further ahead than anybody plans; rather a slip of the pen. */
    record TooFar(Instant latest) implements ScheduleResult {}

    /** It may not be sent as it is, now or later; never {@link SendDraftResult.Started}. */
    record Refused(SendDraftResult why) implements ScheduleResult {}
}
