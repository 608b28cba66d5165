package io.chodae.identity;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program that acts for a customer's administrators.
 *
 * @param clientEmail the name that its signed requests give as their issuer; no mail arrives there
 * @param scopes what it may ask for, in the order of {@link ApiScopes#ALL}
 * @param disabled when it was switched off; null while it works
 * @param keys how many of its keys work
 * @param lastUsed when a token was last given to any of its keys, revoked ones too; null where none ever was
 */
public record ServiceAccount(
        CustomerId customer,
        long id,
        String clientEmail,
        String clientId,
        String name,
        List<String> scopes,
        Instant created,
        @Nullable Instant disabled,
        int keys,
        @Nullable Instant lastUsed) {

    public ServiceAccount {
        scopes = List.copyOf(scopes);
    }

    public boolean enabled() {
        return disabled == null;
    }
}
