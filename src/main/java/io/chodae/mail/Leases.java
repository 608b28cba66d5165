package io.chodae.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the mails that this node has in hand its own. A node that cannot renew sends nothing more of them; and a node
 * that has been cut off from the database takes over nothing for a while, since others may have been cut off with it.
 */
final class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final MailStore store;
    private final UnderWay underWay;
    private final LeaseTimes times;
    private final Clock clock;
    private volatile Instant cutOff = Instant.EPOCH;

    Leases(MailStore store, UnderWay underWay, LeaseTimes times, Clock clock) {
        this.store = store;
        this.underWay = underWay;
        this.times = times;
        this.clock = clock;
    }

    /** Renews by a thread of its own until it is stopped: composing and sending may take longer than a lease. */
    final class Keeper {

        private final CountDownLatch stopped = new CountDownLatch(1);
        private final Thread thread = Thread.ofVirtual().name("mail-leases").start(this::run);

        private void run() {
            try {
                while (!stopped.await(times.renewal().toMillis(), TimeUnit.MILLISECONDS)) {
                    try {
                        renew();
                    } catch (RuntimeException e) {
                        LOG.warn("{} mails in hand cannot be kept: {}", underWay.count(), e.toString());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void stop() throws InterruptedException {
            stopped.countDown();
            thread.join();
        }
    }

    Keeper keep() {
        return new Keeper();
    }

    /** Renews those that need it; throws where the database is away. */
    void renew() {
        Instant now = clock.instant();
        List<Claimed> ending =
                underWay.endingBy(now.plus(times.length()).minus(times.renewal().dividedBy(2)));
        if (ending.isEmpty()) {
            return;
        }
        try {
            Instant until = now.plus(times.length());
            underWay.renewed(ending, new HashSet<>(store.renew(ending, until)), until);
        } catch (RuntimeException e) {
            cutOff();
            throw e;
        }
    }

    /** To be told where the database was away. */
    void cutOff() {
        cutOff = clock.instant();
    }

    /** Whether mails of nodes that seem dead may be taken over. */
    boolean mayTakeOver() {
        return !clock.instant().isBefore(cutOff.plus(times.length()));
    }

    /** Whether a mail is ours for long enough to hand it over now. */
    boolean maySend(Claimed claimed) {
        return underWay.isOurs(claimed, clock.instant().plus(times.toSend()));
    }
}
