package io.chodae.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key pair; nobody but the holder of the key file has the other one.
 *
 * @param lastUsed when a token was last given to it; null where none ever was
 * @param revoked null while it works
 */
public record ServiceAccountKey(
        String id,
        Instant created,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    public boolean live() {
        return revoked == null;
    }
}
