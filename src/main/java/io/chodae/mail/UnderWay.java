package io.chodae.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mails that this node has claimed and not yet written down, and until when each is its own. */
final class UnderWay {

    private final Map<Long, Held> held = new HashMap<>();

    private record Held(Claimed claimed, Instant until) {}

    synchronized int count() {
        return held.size();
    }

    /** Claimed at one moment, so that they are ours equally long. */
    synchronized void add(Collection<Claimed> claimed, Instant until) {
        claimed.forEach(one -> held.put(one.mail().mailId(), new Held(one, until)));
    }

    /** @return how many are left */
    synchronized int remove(Collection<Claimed> done) {
        done.forEach(one -> held.computeIfPresent(
                one.mail().mailId(), (id, found) -> found.claimed().attempts() == one.attempts() ? null : found));
        notifyAll();
        return held.size();
    }

    synchronized void forget() {
        held.clear();
        notifyAll();
    }

    synchronized void awaitNone() throws InterruptedException {
        while (!held.isEmpty()) {
            wait();
        }
    }

    /** Whether a mail is still this node's at that time; one that was forgotten is nobody's. */
    synchronized boolean isOurs(Claimed claimed, Instant at) {
        Held found = held.get(claimed.mail().mailId());
        return found != null
                && found.claimed().attempts() == claimed.attempts()
                && found.until().isAfter(at);
    }

    /** Those that are ours no longer than until then. */
    synchronized List<Claimed> endingBy(Instant time) {
        return held.values().stream()
                .filter(one -> !one.until().isAfter(time))
                .map(Held::claimed)
                .toList();
    }

    /**
     * @param asked for which of them it was asked to be ours for longer
     * @param kept ids of those that are; the others were taken over, or written down meanwhile
     */
    synchronized void renewed(List<Claimed> asked, Set<Long> kept, Instant until) {
        for (Claimed one : asked) {
            held.computeIfPresent(
                    one.mail().mailId(),
                    (id, found) -> new Held(found.claimed(), kept.contains(id) ? until : Instant.MIN));
        }
    }
}
