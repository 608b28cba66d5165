package io.chodae.cloudidentity;

import io.chodae.identity.ApiCaller;
import io.chodae.identity.ApiTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls, and whether they may. Made for one request: the parts of a batch mostly bring the same token, which is
 * asked for once.
 */
final class Admission {

    private final ApiTokens tokens;
    private final CustomerNames names;
    private final Map<String, Optional<ApiCaller>> known = new HashMap<>();

    Admission(ApiTokens tokens, CustomerNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** @param token of the header or the query; empty where the call brings none */
    Parsed<Admitted> admit(Optional<String> token, ApiMethod method, CallPath path) {
        if (token.isEmpty()) {
            return Parsed.bad(unauthenticated("The call has no access token. Send one as Authorization: Bearer …", ""));
        }
        Optional<ApiCaller> caller = known.computeIfAbsent(token.get(), tokens::verify);
        if (caller.isEmpty()) {
            return Parsed.bad(unauthenticated(
                    "The access token is unknown, ran out or was revoked. Ask for a new one.",
                    ", error=\"invalid_token\""));
        }
        if (!caller.get().may(method.scope())) {
            return Parsed.bad(insufficient(method));
        }
        String customer = names.of(caller.get().customer());
        if (!path.customer().equals(CallPath.MINE) && !path.customer().equals(customer)) {
            return Parsed.bad(ApiError.of(
                    ApiStatus.PERMISSION_DENIED,
                    "The caller works for customers/%s and not for customers/%s."
                            .formatted(customer, Quoted.of(path.customer()))));
        }
        return Parsed.good(new Admitted(caller.get(), customer));
    }

    private static ApiError unauthenticated(String message, String error) {
        return ApiError.of(ApiStatus.UNAUTHENTICATED, message)
                .withHeader("WWW-Authenticate", "Bearer realm=\"chodae\"" + error);
    }

    private static ApiError insufficient(ApiMethod method) {
        String scope = method.scope();
        Map<String, Object> detail = Map.of(
                "@type", "type.googleapis.com/google.rpc.ErrorInfo",
                "reason", "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                "domain", "googleapis.com",
                "metadata", Map.of("scopes", scope));
        return ApiError.of(
                        ApiStatus.PERMISSION_DENIED,
                        "Needs the scope %s, and an administrator whose role allows it.".formatted(scope))
                .with(detail)
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"chodae\", error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
    }
}
