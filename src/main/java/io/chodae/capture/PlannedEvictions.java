package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What another room has planned for addresses whose people were asked: taking them back unless they accept. */
public interface PlannedEvictions {

    /**
     * When that is, by the key of the address; declining does not help against it.
     *
     * @param keys a thousand at most
     */
    Map<String, Instant> of(CustomerId customer, Set<String> keys);
}
