package io.chodae.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what became of mails, many by one statement: a commit for each mail would cost more than sending it.
 * The pause in which outcomes are gathered is also the time in which a killed server forgets what it sent.
 */
final class OutcomeWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeWriter.class);
    private static final int BATCH = 500;
    private static final Duration LINGER = Duration.ofMillis(20);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

    private final MailStore store;
    private final Consumer<List<Result>> written;
    private final BlockingQueue<Result> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopping;

    record Result(Claimed claimed, Outcome outcome) {}

    /** @param written called after each batch */
    OutcomeWriter(MailStore store, Consumer<List<Result>> written) {
        this.store = store;
        this.written = written;
        this.thread = Thread.ofVirtual().name("mail-outcomes").start(this::run);
    }

    void add(Claimed claimed, Outcome outcome) {
        waiting.add(new Result(claimed, outcome));
    }

    /** Returns when all is written that was added before. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                Result first = waiting.poll(LINGER.toMillis() * 5, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Result> batch = gather(first);
                    write(batch);
                    written.accept(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Result> gather(Result first) throws InterruptedException {
        List<Result> batch = new ArrayList<>(BATCH);
        batch.add(first);
        long end = System.nanoTime() + LINGER.toNanos();
        while (batch.size() < BATCH) {
            waiting.drainTo(batch, BATCH - batch.size());
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            Result next = batch.size() < BATCH ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    /** Tried until it is done: what was sent must not be sent again because the database was away for a minute. */
    private void write(List<Result> batch) throws InterruptedException {
        while (true) {
            try {
                Map<Claimed, Outcome> outcomes = LinkedHashMap.newLinkedHashMap(batch.size());
                batch.forEach(result -> outcomes.put(result.claimed(), result.outcome()));
                store.write(outcomes);
                return;
            } catch (RuntimeException e) {
                LOG.warn("What became of {} mails cannot be written down: {}", batch.size(), e.toString());
                if (stopping) {
                    return;
                }
                Thread.sleep(PAUSE_AFTER_FAULT);
            }
        }
    }
}
