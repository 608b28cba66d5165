package io.chodae.identity;

import io.chodae.audit.CallerAddress;
import io.chodae.identity.AttemptCounters.Bucket;
import io.chodae.shared.Secrets;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Slows guessing and flooding down by growing pauses that all nodes agree on. An attempt is counted before it is
 * tried, so that a hundred at once count as a hundred. Nobody is locked out: pauses have an upper bound, levels leak
 * away, attempts within a pause do not lengthen it, and a new password by mail clears the account's pause.
 */
@Component
class Throttle {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final AttemptCounters counters;
    private final Secrets secrets;
    private final ObjectProvider<CallerAddress> caller;

    Throttle(AttemptCounters counters, Secrets secrets, ObjectProvider<CallerAddress> caller) {
        this.counters = counters;
        this.secrets = secrets;
        this.caller = caller;
    }

    /**
     * Counts one attempt; gives the time to wait where it must not be tried.
     *
     * @param subject the address's match key or the account's id
     */
    Optional<Duration> count(Counted what, String subject) {
        List<Bucket> buckets = buckets(what, subject);
        Optional<Duration> wait = counters.pause(buckets);
        if (wait.isPresent()) {
            return wait;
        }
        return buckets.stream().map(counters::count).flatMap(Optional::stream).max(Duration::compareTo);
    }

    /** A right attempt: the subject's counters from this caller start anew, the caller gets this one back. */
    void forgive(Counted what, String subject) {
        for (Bucket bucket : buckets(what, subject)) {
            if (bucket.limit().scope() == Limit.Scope.PAIR) {
                counters.clear(bucket);
            } else {
                counters.giveBack(bucket);
            }
        }
    }

    /** The person has shown to be the right one by other means: whatever held the subject back is gone. */
    void clear(Counted what, String subject) {
        buckets(what, subject).stream()
                .filter(bucket -> bucket.limit().scope() != Limit.Scope.CALLER)
                .forEach(counters::clear);
    }

    private List<Bucket> buckets(Counted what, String subject) {
        String network = caller.stream()
                .findFirst()
                .flatMap(CallerAddress::current)
                .map(Throttle::network)
                .orElse("");
        return what.limits().stream()
                .filter(limit -> limit.scope() == Limit.Scope.SUBJECT || !network.isEmpty())
                .map(limit -> new Bucket(key(what, limit.scope(), subject, network), limit))
                .toList();
    }

    private String key(Counted what, Limit.Scope scope, String subject, String network) {
        String named = switch (scope) {
            case PAIR -> network + " " + subject;
            case SUBJECT -> subject;
            case CALLER -> network;
        };
        return HexFormat.of()
                .formatHex(
                        secrets.mac("throttle", (what + " " + scope + " " + named).getBytes(StandardCharsets.UTF_8)));
    }

    /** An IPv6 customer owns a whole /64 and could count anew with each address of it. */
    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }
}
