package io.chodae.identity;

import java.time.Instant;
import java.util.List;

/**
 * What an administrator let a program do for a customer.
 *
 * @param programName as of now
 * @param administratorEmail as of now
 * @param scopes in the order of {@link ApiScopes#ALL}
 */
public record ProgramConsent(
        long id, String programName, String administratorEmail, List<String> scopes, Instant given) {

    public ProgramConsent {
        scopes = List.copyOf(scopes);
    }
}
