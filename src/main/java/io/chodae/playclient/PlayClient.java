package io.chodae.playclient;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Private Play that people sign in to through this server.
 *
 * @param clientId what the Play names itself by
 * @param redirectUris where a sign-in may end; at least one
 * @param secretNo grows with each new secret
 * @param oldSecretUntil how long the secret before this one still works; null where it does not
 * @param enabled switched off, the Play gets nobody signed in
 */
public record PlayClient(
        CustomerId customer,
        long playId,
        String clientId,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        int secretNo,
        Instant secretMadeAt,
        @Nullable Instant oldSecretUntil,
        boolean enabled,
        Instant created) {

    public PlayClient {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    }
}
