package io.chodae.cloudidentity;

import io.chodae.identity.ApiTokens;
import io.chodae.wire.ApiError;
import io.chodae.wire.ApiStatus;
import io.chodae.wire.CustomerNames;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import io.chodae.wire.TokenCheck;
import java.util.Optional;

/** Who calls, and whether they may. Made for one request. */
final class Admission {

    private final TokenCheck tokens;
    private final CustomerNames names;

    Admission(ApiTokens tokens, CustomerNames names) {
        this.tokens = new TokenCheck(tokens);
        this.names = names;
    }

    /** @param token of the header or the query; empty where the call brings none */
    Parsed<Admitted> admit(Optional<String> token, ApiMethod method, CallPath path) {
        return tokens.check(token, method.scope()).then(caller -> {
            String customer = names.of(caller.customer());
            if (!path.customer().equals(CallPath.MINE) && !path.customer().equals(customer)) {
                return Parsed.bad(ApiError.of(
                        ApiStatus.PERMISSION_DENIED,
                        "The caller works for customers/%s and not for customers/%s."
                                .formatted(customer, Quoted.of(path.customer()))));
            }
            return Parsed.good(new Admitted(caller, customer));
        });
    }
}
