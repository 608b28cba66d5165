package io.chodae.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret by which an identity provider keeps a customer's managed accounts; the secret itself is nowhere.
 *
 * @param name that its writes have in the audit trail
 * @param ending the last characters of the secret
 * @param lastUsed to the minute; null where it never was
 * @param revoked null while it works
 */
public record DirectoryToken(
        long id,
        String name,
        String ending,
        Instant created,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    /** What every such secret begins with. */
    public static final String PREFIX = ClientSecrets.PREFIX + "scim_";

    public boolean live() {
        return revoked == null;
    }
}
