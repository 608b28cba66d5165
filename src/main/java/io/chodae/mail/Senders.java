package io.chodae.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions with the relay, each on a thread of its own, each keeping its connection while there is work. They are few
 * and wait for short answers all the time: a virtual thread would cost a turn of the poller for each.
 */
final class Senders {

    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);

    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(12);

    private final SessionLimit sessions;
    private final Pace pace;
    private final Relay relay;
    private final Circuit circuit;
    private final Leases leases;
    private final BiConsumer<Claimed, Outcome> outcomes;
    private final MailMetrics metrics;
    private final BlockingDeque<Task> waiting = new LinkedBlockingDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Set<SmtpSender> connected = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean stopping;

    Senders(
            Throughput throughput,
            SessionLimit sessions,
            Relay relay,
            Circuit circuit,
            Leases leases,
            MailMetrics metrics,
            BiConsumer<Claimed, Outcome> outcomes) {
        this.sessions = sessions.renewed();
        this.pace = new Pace(throughput.perSecond());
        this.relay = relay;
        this.circuit = circuit;
        this.leases = leases;
        this.outcomes = outcomes;
        this.metrics = metrics;
        for (int i = 1; i <= throughput.sessions(); i++) {
            threads.add(Thread.ofPlatform().daemon().name("mail-session-" + i).start(this::run));
        }
    }

    private sealed interface Task {

        record Letter(Claimed claimed, MailMessage message) implements Task {}

        record Stop() implements Task {}
    }

    /** Hands over what is ready; mails that somebody waits for go before those that wait already. */
    void send(Claimed claimed, MailMessage message, Lane lane) {
        Task letter = new Task.Letter(claimed, message);
        if (lane == Lane.PROMPT) {
            waiting.addFirst(letter);
        } else {
            waiting.addLast(letter);
        }
    }

    /**
     * Mails under way are finished, the others put back. Nobody is interrupted: that would break the connection of a
     * mail that is being handed over.
     */
    void stop() throws InterruptedException {
        stopping = true;
        stop.countDown();
        sessions.stop();
        threads.forEach(thread -> waiting.addLast(new Task.Stop()));
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        for (Thread thread : threads) {
            if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                LOG.warn("A mail was still on its way; it is tried again after the next start");
            }
        }
    }

    private void run() {
        try (SmtpSender connection = new SmtpSender(relay)) {
            while (sessions.enter()) {
                if (serve(connection)) {
                    return;
                }
                sessions.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Until it is told to stop, or the relay has no room for this session.
     *
     * @return whether it was told to stop
     */
    private boolean serve(SmtpSender connection) throws InterruptedException {
        while (connection.isOpen() || !sessions.tooMany()) {
            switch (connection.isOpen() ? waiting.poll(IDLE.toSeconds(), TimeUnit.SECONDS) : waiting.take()) {
                case Task.Letter letter -> deliver(letter, connection);
                case Task.Stop end -> {
                    return true;
                }
                case null -> connection.hangUp();
            }
            count(connection);
        }
        return false;
    }

    private void deliver(Task.Letter letter, SmtpSender connection) throws InterruptedException {
        if (!connection.isOpen() && sessions.tooMany()) {
            waiting.addFirst(letter);
            return;
        }
        stop.await(pace.nanosToWait(), TimeUnit.NANOSECONDS);
        Outcome outcome = attempt(letter, connection);
        if (outcome instanceof Outcome.Unreached away && !away.reply().isEmpty()) {
            connection.hangUp();
            count(connection);
            if (!connected.isEmpty() && !stopping) {
                // the others are being served: the relay has enough sessions, not too few
                shrinkTo(connected.size(), away.reply());
                waiting.addFirst(letter);
                return;
            }
            if (circuit.fault(away.reply())) {
                LOG.warn("Mails wait, the relay cannot be reached: {}", away.reply());
            }
        }
        heed(outcome);
        outcomes.accept(letter.claimed(), outcome);
    }

    /** A session that the relay closes under a mail is one too many as well. */
    private void heed(Outcome outcome) {
        if (outcome instanceof Outcome.Sent) {
            sessions.served();
        } else if (outcome instanceof Outcome.Deferred closed && closed.reply().startsWith("421")) {
            shrinkTo(sessions.allowed() - 1, closed.reply());
        }
    }

    private void shrinkTo(int served, String reply) {
        if (sessions.shrinkTo(served)) {
            LOG.info("The relay takes {} sessions for now: {}", sessions.allowed(), reply);
        }
    }

    private Outcome attempt(Task.Letter letter, SmtpSender connection) {
        Claimed claimed = letter.claimed();
        try {
            if (stopping || circuit.isOpen() || !leases.maySend(claimed)) {
                return new Outcome.Unreached("");
            }
            Outcome outcome = metrics.timed(() -> connection.send(letter.message()));
            if (!(outcome instanceof Outcome.Unreached) && circuit.success()) {
                LOG.info("The relay takes mails again");
                sessions.forget();
            }
            return outcome;
        } catch (RuntimeException e) {
            LOG.error("mail {} could not be sent", claimed.mail().mailId(), e);
            connection.hangUp();
            return new Outcome.Deferred(
                    "The mail could not be sent: " + e.getClass().getSimpleName());
        }
    }

    private void count(SmtpSender connection) {
        if (connection.isOpen()) {
            connected.add(connection);
        } else {
            connected.remove(connection);
        }
    }
}
