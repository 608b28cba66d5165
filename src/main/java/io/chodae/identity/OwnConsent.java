package io.chodae.identity;

import java.time.Instant;
import java.util.List;

/**
 * What a person let a program do, for one of the customers that they work for.
 *
 * @param customerName as of now
 * @param programName as of now
 * @param scopes in the order of {@link ApiScopes#ALL}
 */
public record OwnConsent(long id, String customerName, String programName, List<String> scopes, Instant given) {

    public OwnConsent {
        scopes = List.copyOf(scopes);
    }
}
