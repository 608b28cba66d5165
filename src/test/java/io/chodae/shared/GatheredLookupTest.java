package io.chodae.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatheredLookupTest {

    private final Map<String, Integer> stored = new ConcurrentHashMap<>(Map.of("one", 1, "two", 2, "three", 3));
    private final List<Set<String>> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstIsOut = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void whoComesAloneIsAnsweredAtOnce() {
        GatheredLookup<String, Integer> lookup = new GatheredLookup<>(this::read, 1, 10);

        assertThat(lookup.find("two")).contains(2);
        assertThat(lookup.find("nine")).isEmpty();
        assertThat(asked).containsExactly(Set.of("two"), Set.of("nine"));
    }

    @Test
    void whatIsAskedWhileALookupIsOutGoesTogetherWithTheNext() throws InterruptedException {
        GatheredLookup<String, Integer> lookup = new GatheredLookup<>(this::readHeldUp, 1, 10);
        Asker first = asker(lookup, "one");
        firstIsOut.await();
        List<Asker> others = waiting(lookup, "two", "three", "nine", "two");
        goOn.countDown();

        assertThat(first.answer()).contains(1);
        assertThat(others.stream().map(Asker::answer))
                .containsExactly(Optional.of(2), Optional.of(3), Optional.empty(), Optional.of(2));
        assertThat(asked).containsExactly(Set.of("one"), Set.of("two", "three", "nine"));
    }

    @Test
    void anAnswerIsNeverOlderThanItsQuestion() throws InterruptedException {
        GatheredLookup<String, Integer> lookup = new GatheredLookup<>(this::readHeldUp, 1, 10);
        Asker before = asker(lookup, "one");
        firstIsOut.await();
        stored.remove("one");
        List<Asker> after = waiting(lookup, "one");
        goOn.countDown();

        assertThat(before.answer()).contains(1);
        assertThat(after.getFirst().answer()).isEmpty();
    }

    @Test
    void noMoreThanAllowedGoTogether() throws InterruptedException {
        GatheredLookup<String, Integer> lookup = new GatheredLookup<>(this::readHeldUp, 1, 2);
        Asker first = asker(lookup, "one");
        firstIsOut.await();
        List<Asker> others = waiting(lookup, "two", "three", "nine");
        goOn.countDown();

        assertThat(first.answer()).contains(1);
        assertThat(others.stream().map(Asker::answer))
                .containsExactly(Optional.of(2), Optional.of(3), Optional.empty());
        assertThat(asked).containsExactly(Set.of("one"), Set.of("two", "three"), Set.of("nine"));
    }

    @Test
    void aLookupThatFailsFailsForItsCompanyAndNotForTheNext() throws InterruptedException {
        GatheredLookup<String, Integer> lookup = new GatheredLookup<>(this::readHeldUp, 1, 2);
        Asker first = asker(lookup, "one");
        firstIsOut.await();
        List<Asker> others = waiting(lookup, "two", "broken", "three");
        goOn.countDown();

        assertThat(first.answer()).contains(1);
        assertThatThrownBy(others.get(0)::answer).isNotNull();
        assertThatThrownBy(others.get(1)::answer).isNotNull();
        assertThat(others.get(2).answer()).contains(3);
        assertThat(lookup.find("two")).contains(2);
    }

    private Map<String, Integer> read(Set<String> keys) {
        asked.add(Set.copyOf(keys));
        if (keys.contains("broken")) {
            throw new IllegalArgumentException("broken");
        }
        Map<String, Integer> found = new HashMap<>(stored);
        found.keySet().retainAll(keys);
        return found;
    }

    /** The first one has read, and has not answered yet, until it may go on. */
    private Map<String, Integer> readHeldUp(Set<String> keys) {
        Map<String, Integer> found = read(keys);
        firstIsOut.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private record Asker(Thread thread, CompletableFuture<Optional<Integer>> future) {
        Optional<Integer> answer() {
            return future.join();
        }
    }

    private static Asker asker(GatheredLookup<String, Integer> lookup, String key) {
        CompletableFuture<Optional<Integer>> future = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                future.complete(lookup.find(key));
            } catch (RuntimeException e) {
                future.completeExceptionally(e);
            }
        });
        return new Asker(thread, future);
    }

    /** Each of them waits before the next one asks. */
    private static List<Asker> waiting(GatheredLookup<String, Integer> lookup, String... keys) {
        List<Asker> askers = new ArrayList<>();
        for (String key : keys) {
            Asker asker = asker(lookup, key);
            while (asker.thread().getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            askers.add(asker);
        }
        return askers;
    }
}
