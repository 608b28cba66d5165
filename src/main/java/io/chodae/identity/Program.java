package io.chodae.identity;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * A program that asks administrators for leave to call the APIs in their name.
 *
 * @param customer whose owner registered it
 * @param customerName as of now
 * @param redirectUris where the asking may end; at least one
 * @param secretNo grows with each new secret
 */
public record Program(
        CustomerId customer,
        String customerName,
        String clientId,
        String name,
        List<String> redirectUris,
        int secretNo,
        Instant secretMade,
        Instant created) {

    public Program {
        redirectUris = List.copyOf(redirectUris);
    }
}
