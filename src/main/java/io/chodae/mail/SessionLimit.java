package io.chodae.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many sessions the relay is asked for. Where it says that there are too many, those that it serves are enough; then
 * one more is tried after a while, and after a longer one each time that it was one too many.
 */
final class SessionLimit {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final int most;
    private final Clock clock;
    private int allowed;
    private int active;
    private boolean grew;
    private boolean stopped;
    private Duration pause = FIRST_PAUSE;
    private Instant changed;

    SessionLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
        this.allowed = most;
        this.changed = clock.instant();
    }

    synchronized int allowed() {
        return allowed;
    }

    /**
     * Waits until one more session is allowed.
     *
     * @return false where none will be any more
     */
    synchronized boolean enter() throws InterruptedException {
        while (active >= allowed && !stopped) {
            wait();
        }
        active++;
        return !stopped;
    }

    synchronized void leave() {
        // never below: a session of before the last new start may end late
        active = Math.max(0, active - 1);
        notifyAll();
    }

    /** Whether there are more than allowed, so that one without a connection should leave. */
    synchronized boolean tooMany() {
        return active > allowed && !stopped;
    }

    /**
     * The relay would not have one more.
     *
     * @param served how many it goes on serving
     * @return whether fewer are allowed now
     */
    synchronized boolean shrinkTo(int served) {
        int fewer = Math.max(1, Math.min(allowed, served));
        if (fewer == allowed) {
            return false;
        }
        if (grew) {
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        allowed = fewer;
        grew = false;
        changed = clock.instant();
        return true;
    }

    /** The relay took a mail: after a while without a complaint one more session is tried. */
    synchronized void served() {
        Instant now = clock.instant();
        if (allowed < most && !now.isBefore(changed.plus(pause))) {
            if (grew) {
                pause = FIRST_PAUSE;
            }
            allowed++;
            grew = true;
            changed = now;
            notifyAll();
        }
    }

    /** For new sessions, after those before have stopped; what was learnt of the relay stays. */
    synchronized SessionLimit renewed() {
        active = 0;
        stopped = false;
        return this;
    }

    /** The relay was away as a whole: what it had room for before says nothing of now. */
    synchronized void forget() {
        allowed = most;
        pause = FIRST_PAUSE;
        grew = false;
        notifyAll();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
