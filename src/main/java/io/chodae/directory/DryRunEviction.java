package io.chodae.directory;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who would lose an address, and why the others would not. Changes nothing. */
@Component
public class DryRunEviction {

    private static final int MAX = 1_000;

    private final EvictionVerdicts verdicts;

    DryRunEviction(EvictionVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * What would become of these addresses, by their keys and in their order.
     *
     * @param addresses a thousand at most
     */
    public Map<String, EvictionVerdict> of(CustomerId customer, List<EmailAddress> addresses) {
        if (addresses.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " addresses at once");
        }
        return verdicts.of(customer, addresses);
    }

    /**
     * All unmanaged accounts of the customer, by their address.
     *
     * @param after where the slice before ended; empty for the first
     */
    public Slice<EvictionVerdict> page(CustomerId customer, Optional<String> after, int size) {
        int asked = Math.clamp(size, 1, MAX);
        List<EvictionVerdict> found = verdicts.page(customer, after.orElse(""), asked + 1);
        boolean more = found.size() > asked;
        List<EvictionVerdict> shown = more ? found.subList(0, asked) : found;
        return new Slice<>(shown, more ? Optional.of(shown.getLast().email().key()) : Optional.empty());
    }
}
