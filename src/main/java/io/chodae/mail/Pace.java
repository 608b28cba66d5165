package io.chodae.mail;

import java.time.Duration;

/** Spreads mails evenly over time, those of all sessions together. */
final class Pace {

    private final long between;
    private long next = System.nanoTime();

    /** @param perSecond 0: no limit */
    Pace(int perSecond) {
        between = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    }

    /** Takes the next place in the row, and says in how many nanoseconds it is due. */
    synchronized long nanosToWait() {
        if (between == 0) {
            return 0;
        }
        long now = System.nanoTime();
        long mine = Math.max(now, next);
        next = mine + between;
        return mine - now;
    }
}
