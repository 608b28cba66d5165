package io.chodae.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Growing pauses between attempts, spread a little so that what failed together does not come back together. */
final class RetryPauses {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(2);
    private static final int SPREAD_PERCENT = 20;

    private RetryPauses() {}

    /**
     * When to try again.
     *
     * @param attempts made so far, at least one
     * @param since when trying began
     * @return empty where the mail is too old to be tried any more
     */
    static Optional<Instant> next(long mailId, int attempts, Instant since, Instant now) {
        Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
        long spread = Math.floorMod((mailId * 0x9E3779B97F4A7C15L) >>> 32, SPREAD_PERCENT);
        Instant next = now.plus(pause).plus(pause.multipliedBy(spread).dividedBy(100));
        return next.isAfter(since.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(next);
    }
}
