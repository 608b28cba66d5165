package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one address.
 *
 * @param account whose address it is; null where it is nobody's
 * @param refusal why it stays as it is; null where the account would lose the address
 */
public record EvictionVerdict(
        EmailAddress email,
        @Nullable AccountId account,
        @Nullable EvictionRefusal refusal) {

    public boolean hit() {
        return refusal == null;
    }
}
