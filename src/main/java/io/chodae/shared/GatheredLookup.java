package io.chodae.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Looks up together what many threads ask for at the same time: while as many lookups are out as may be, whoever comes
 * waits, and goes with the next one. Nothing is remembered: each answer was looked up after it was asked for. The thread
 * that looks up is any of those that ask, so never ask inside a transaction whose own changes count.
 *
 * @param <K> what is asked for, equal by value
 * @param <V> what is found
 */
public final class GatheredLookup<K, V> {

    private final Function<Set<K>, Map<K, V>> lookup;
    private final int atOnce;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Question<K, V>> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Over a lookup that finds many at once.
     *
     * @param lookup what is not in its answer is not there
     * @param atOnce how many lookups may be out
     * @param most how many keys one of them takes
     */
    public GatheredLookup(Function<Set<K>, Map<K, V>> lookup, int atOnce, int most) {
        this.lookup = lookup;
        this.atOnce = atOnce;
        this.most = most;
    }

    private record Question<K, V>(K key, CompletableFuture<Turn<V>> turn) {}

    /** What whoever waits hears: the answer, or that it is their turn to look up. */
    private sealed interface Turn<V> {
        record Answered<V>(Optional<V> answer) implements Turn<V> {}

        record Lead<V>() implements Turn<V> {}
    }

    /** Empty where there is none. A lookup that fails fails for all that went with it. */
    public Optional<V> find(K key) {
        Question<K, V> mine = new Question<>(key, new CompletableFuture<>());
        if (!leads(mine)) {
            Turn<V> turn = mine.turn().join();
            if (turn instanceof Turn.Answered<V> answered) {
                return answered.answer();
            }
        }
        try {
            return look(mine, company());
        } finally {
            handOver();
        }
    }

    private boolean leads(Question<K, V> mine) {
        lock.lock();
        try {
            if (running < atOnce) {
                running++;
                return true;
            }
            waiting.add(mine);
            return false;
        } finally {
            lock.unlock();
        }
    }

    private List<Question<K, V>> company() {
        lock.lock();
        try {
            List<Question<K, V>> others = new ArrayList<>();
            while (others.size() < most - 1 && !waiting.isEmpty()) {
                others.add(waiting.remove());
            }
            return others;
        } finally {
            lock.unlock();
        }
    }

    private Optional<V> look(Question<K, V> mine, List<Question<K, V>> others) {
        Set<K> keys = new LinkedHashSet<>();
        keys.add(mine.key());
        others.forEach(other -> keys.add(other.key()));
        try {
            Map<K, V> found = lookup.apply(keys);
            others.forEach(
                    other -> other.turn().complete(new Turn.Answered<>(Optional.ofNullable(found.get(other.key())))));
            return Optional.ofNullable(found.get(mine.key()));
        } finally {
            // after an answer these are no news
            others.forEach(other -> other.turn()
                    .completeExceptionally(new IllegalStateException("the lookup that this one went with failed")));
        }
    }

    private void handOver() {
        lock.lock();
        try {
            Question<K, V> next = waiting.poll();
            if (next == null) {
                running--;
            } else {
                next.turn().complete(new Turn.Lead<>());
            }
        } finally {
            lock.unlock();
        }
    }
}
