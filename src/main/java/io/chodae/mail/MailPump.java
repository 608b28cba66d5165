package io.chodae.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries due mails from the outbox to the relay: each session claims a batch, has it written, sends it and writes
 * down what became of it, until nothing is due. Nothing outside is asked within a transaction.
 */
@Component
public class MailPump {

    private static final Logger LOG = LoggerFactory.getLogger(MailPump.class);
    private static final int BATCH = 100;

    private final MailStore store;
    private final Relay relay;
    private final ObjectProvider<MailComposer> composers;
    private final MeterRegistry metrics;
    private final int sessions;

    MailPump(
            MailStore store,
            Relay relay,
            ObjectProvider<MailComposer> composers,
            MeterRegistry metrics,
            @Value("${chodae.mail.sessions:8}") int sessions) {
        this.store = store;
        this.relay = relay;
        this.composers = composers;
        this.metrics = metrics;
        this.sessions = Math.clamp(sessions, 1, 64);
    }

    /** Sends everything that is due and returns when it is done and written down; the lever for tests. */
    public void runDue() {
        runDue(new AtomicBoolean());
    }

    /** The same, ending early after the batch in hand where {@code stop} becomes true. */
    void runDue(AtomicBoolean stop) {
        AtomicBoolean relayAway = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                running.add(threads.submit(() -> session(stop, relayAway)));
            }
            for (Future<?> one : running) {
                await(one);
            }
        }
    }

    private void session(AtomicBoolean stop, AtomicBoolean relayAway) {
        try (SmtpSender sender = new SmtpSender(relay)) {
            while (!stop.get() && !relayAway.get()) {
                List<MailStore.Claimed> claimed = store.claim(BATCH);
                if (claimed.isEmpty()) {
                    return;
                }
                Map<MailStore.Claimed, Outcome> outcomes = send(claimed, compose(claimed), sender, relayAway);
                store.write(outcomes);
                count(outcomes);
            }
        }
    }

    private Map<MailStore.Claimed, Outcome> send(
            List<MailStore.Claimed> claimed,
            Map<Long, Composition> composed,
            SmtpSender sender,
            AtomicBoolean relayAway) {
        Map<MailStore.Claimed, Outcome> outcomes = new LinkedHashMap<>();
        for (MailStore.Claimed one : claimed) {
            Composition composition = composed.get(one.mail().mailId());
            Outcome outcome = switch (composition) {
                case null -> new Outcome.Deferred("The mail could not be written");
                case Composition.Obsolete obsolete -> new Outcome.Obsolete(obsolete.why());
                case Composition.Ready ready ->
                    relayAway.get()
                            ? new Outcome.Unreached("The relay could not be reached")
                            : sender.send(ready.message());
            };
            if (outcome instanceof Outcome.Unreached unreached && relayAway.compareAndSet(false, true)) {
                LOG.warn("Mails wait, the relay cannot be reached: {}", unreached.reply());
            }
            outcomes.put(one, outcome);
        }
        return outcomes;
    }

    private Map<Long, Composition> compose(List<MailStore.Claimed> claimed) {
        Map<String, MailComposer> byKind =
                composers.stream().collect(Collectors.toMap(MailComposer::kind, Function.identity()));
        Map<String, List<QueuedMail>> mails =
                claimed.stream().map(MailStore.Claimed::mail).collect(Collectors.groupingBy(QueuedMail::kind));
        Map<Long, Composition> composed = new HashMap<>();
        mails.forEach((kind, group) -> {
            MailComposer composer = byKind.get(kind);
            if (composer == null) {
                LOG.error("Nobody writes mails of the kind {}", kind);
                return;
            }
            try {
                composer.compose(group).forEach(one -> composed.put(one.mailId(), one));
            } catch (RuntimeException e) {
                LOG.error("{} mails of the kind {} could not be written", group.size(), kind, e);
            }
        });
        return composed;
    }

    private void count(Map<MailStore.Claimed, Outcome> outcomes) {
        outcomes.forEach((one, outcome) -> metrics.counter(
                        "chodae.mail.attempts",
                        "kind",
                        one.mail().kind(),
                        "outcome",
                        outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .increment());
    }

    private static void await(Future<?> session) {
        try {
            session.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            LOG.error("A mail session ended early", e.getCause());
        }
    }
}
