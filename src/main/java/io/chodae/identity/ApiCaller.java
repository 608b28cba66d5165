package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Set;

/**
 * For whom a program calls an API.
 *
 * @param customer whose data it is about
 * @param administrator in whose name the program acts
 * @param administratorEmail as of now
 * @param scopes what the program was given, as far as the administrator's role and the program's own leave go at this
 *     moment; ask with {@link #may}, for a wide one covers others
 * @param actor the administrator and the program, for the audit trail
 */
public record ApiCaller(
        CustomerId customer,
        AccountId administrator,
        String administratorEmail,
        Set<String> scopes,
        Actor actor,
        CallingProgram program) {

    public ApiCaller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it has the scope, a constant of {@link ApiScopes}, or a wider one. */
    public boolean may(String scope) {
        return ApiScopes.covers(scopes, scope);
    }
}
