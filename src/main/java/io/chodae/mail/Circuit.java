package io.chodae.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the whole queue from running against a relay that is away. A fault of the connection opens it for a growing
 * while; then one mail is let through, and the rest after that one has arrived.
 */
final class Circuit {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private int faults;
    private Instant openUntil = Instant.MIN;
    private @Nullable Fault fault;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** @param since when the relay was first found away */
    record Fault(Instant since, String words) {}

    /** How many mails may be claimed now, of so many, while others are under way. */
    synchronized int allowance(int wanted, int underWay) {
        if (faults == 0) {
            return wanted;
        }
        return isOpen() || underWay > 0 ? 0 : Math.min(wanted, 1);
    }

    synchronized boolean isOpen() {
        return faults > 0 && clock.instant().isBefore(openUntil);
    }

    /** How long nothing is to be tried. */
    synchronized Duration pause() {
        return isOpen() ? Duration.between(clock.instant(), openUntil) : Duration.ZERO;
    }

    /** @return whether this is news: faults that come while it is open are the same one, seen by other sessions */
    synchronized boolean fault(String words) {
        if (isOpen()) {
            return false;
        }
        Instant now = clock.instant();
        long factor = 1L << Math.min(faults, 10);
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        openUntil = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        fault = new Fault(fault == null ? now : fault.since(), words);
        faults++;
        return true;
    }

    /** @return whether this is news */
    synchronized boolean success() {
        boolean news = faults > 0;
        faults = 0;
        fault = null;
        return news;
    }

    /** What is wrong with the relay; null where nothing is known to be. */
    synchronized @Nullable Fault current() {
        return fault;
    }
}
