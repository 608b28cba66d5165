package io.chodae.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Carries due mails from the outbox to the relay: claims some, has them composed, gives them to the sessions, and
 * claims more when half of them are through. Nothing outside is asked within a transaction. Any number of nodes may do
 * so on one database.
 */
@Component
public class MailPump implements DisposableBean {

    /** Longer than a relay takes for one answer. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final MailStore store;
    private final HourLimit claims;
    private final Composing composing;
    private final Relay relay;
    private final MailMetrics metrics;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final Throughput throughput;
    private final SessionLimit sessions;
    private final int batch;
    private final int capacity;
    private final Circuit circuit;
    private final UnderWay underWay = new UnderWay();
    private final LeaseTimes times;
    private final Leases leases;
    private final ReentrantLock turns = new ReentrantLock();
    private @Nullable Works works;
    private volatile Instant lastMoved;

    MailPump(
            MailStore store,
            HourLimit claims,
            Composing composing,
            Relay relay,
            MailMetrics metrics,
            WakeUp wakeUp,
            Clock clock,
            Throughput throughput,
            LeaseTimes times) {
        this.store = store;
        this.claims = claims;
        this.composing = composing;
        this.relay = relay;
        this.metrics = metrics;
        this.wakeUp = wakeUp;
        this.clock = clock;
        this.throughput = throughput;
        this.sessions = new SessionLimit(throughput.sessions(), clock);
        this.batch = throughput.batch();
        this.capacity = 2 * batch;
        this.lastMoved = clock.instant();
        this.circuit = new Circuit(clock);
        this.times = times;
        this.leases = new Leases(store, underWay, times, clock);
    }

    private record Works(Senders senders, OutcomeWriter writer, Leases.Keeper keeper) {}

    /** Sends everything that is due and returns when it is done and written down; the lever for tests. */
    public void runDue() {
        try {
            int claimed;
            do {
                claimed = turn();
                underWay.awaitNone();
            } while (claimed > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Claims what there is room for and hands it to the sessions.
     *
     * @return how many mails were claimed
     */
    int turn() {
        turns.lock();
        try {
            int claimed = claim(Lane.PROMPT);
            return capacity - underWay.count() >= batch ? claimed + claim(Lane.BULK) : claimed;
        } finally {
            turns.unlock();
        }
    }

    /** How long nothing is to be tried, because the relay is away. */
    Duration pause() {
        return circuit.pause();
    }

    /** What is wrong with the relay; null where nothing is known to be. */
    Circuit.@Nullable Fault fault() {
        return circuit.current();
    }

    /** Lets the mails in hand go out, puts the others back, and returns when all is written down. */
    void stop() throws InterruptedException {
        turns.lock();
        try {
            Works stopping = works;
            works = null;
            if (stopping != null) {
                stopping.senders().stop();
                stopping.writer().stop();
                stopping.keeper().stop();
            }
        } finally {
            turns.unlock();
        }
    }

    /** How many sessions the relay is asked for at the moment. */
    int sessionsAllowed() {
        return sessions.allowed();
    }

    /** Nothing has been claimed or written down for a while, and nothing is known to be wrong with the relay. */
    boolean idlesThoughWell() {
        return fault() == null && lastMoved.plus(IDLE).isBefore(clock.instant());
    }

    /** Gives up what seems to be stuck: mails in hand are due again when their lease is over. */
    void startOver() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        underWay.forget();
    }

    @Override
    public void destroy() throws InterruptedException {
        stop();
    }

    private int claim(Lane lane) {
        int allowed = circuit.allowance(batch, underWay.count());
        if (allowed == 0) {
            return 0;
        }
        List<Claimed> claimed = claim(lane, allowed);
        if (!claimed.isEmpty()) {
            lastMoved = clock.instant();
            dispatch(claimed, lane);
        }
        return claimed.size();
    }

    /** What is in hand is renewed before: after a time without the database it would seem to be a dead node's. */
    private List<Claimed> claim(Lane lane, int allowed) {
        leases.renew();
        Instant until = clock.instant().plus(times.length());
        try {
            List<Claimed> claimed = claims.claim(lane, allowed, leases.mayTakeOver(), until);
            underWay.add(claimed, until);
            return claimed;
        } catch (RuntimeException e) {
            leases.cutOff();
            throw e;
        }
    }

    private void dispatch(List<Claimed> claimed, Lane lane) {
        Works at = works();
        Map<Claimed, Composition> compositions =
                composing.compose(claimed.stream().filter(Claimed::mayBeSent).toList());
        for (Claimed mail : claimed) {
            String suppressed = mail.suppressed();
            if (suppressed != null) {
                at.writer().add(mail, new Outcome.Suppressed(suppressed));
                continue;
            }
            switch (compositions.get(mail)) {
                case Composition.Ready ready -> at.senders().send(mail, ready.message(), lane);
                case Composition.Obsolete obsolete -> at.writer().add(mail, new Outcome.Obsolete(obsolete.why()));
                case null ->
                    at.writer()
                            .add(
                                    mail,
                                    new Outcome.Deferred("The mail could not be written; the server's log tells why"));
            }
        }
    }

    private Works works() {
        Works open = works;
        if (open == null) {
            OutcomeWriter writer = new OutcomeWriter(store, this::written);
            open = new Works(
                    new Senders(throughput, sessions, relay, circuit, leases, metrics, writer::add),
                    writer,
                    leases.keep());
            works = open;
        }
        return open;
    }

    private void written(List<OutcomeWriter.Result> results) {
        metrics.count(results);
        lastMoved = clock.instant();
        claims.giveBack((int) results.stream()
                .filter(result -> !result.outcome().wasHandedOver())
                .count());
        List<Claimed> done = results.stream().map(OutcomeWriter.Result::claimed).toList();
        if (underWay.remove(done) <= capacity - batch) {
            wakeUp.ring();
        }
    }
}
