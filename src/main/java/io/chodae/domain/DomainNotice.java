package io.chodae.domain;

import io.chodae.shared.CustomerId;
import java.net.IDN;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of news, as it stays on record.
 *
 * @param until with {@link DomainNews#FAILING}: when the grace time ends
 * @param other name of the customer on the other side, or empty
 */
public record DomainNotice(
        CustomerId customer,
        long id,
        String domain,
        DomainNews news,
        Instant at,
        @Nullable Instant until,
        String other) {

    /** The domain as people write it. */
    public String display() {
        return IDN.toUnicode(domain);
    }
}
