package io.chodae.wire;

import io.chodae.identity.ApiCaller;
import io.chodae.identity.ApiTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls, and whether the token goes so far. Made for one request: the parts of a batch mostly bring the same token,
 * which is asked for once.
 */
public final class TokenCheck {

    private final ApiTokens tokens;
    private final Map<String, Optional<ApiCaller>> known = new HashMap<>();

    public TokenCheck(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param token of the header or the query; empty where the call brings none
     * @param scope that the method needs, or a wider one
     */
    public Parsed<ApiCaller> check(Optional<String> token, String scope) {
        if (token.isEmpty()) {
            return Parsed.bad(unauthenticated("The call has no access token. Send one as Authorization: Bearer …", "")
                    .because("required"));
        }
        Optional<ApiCaller> caller = known.computeIfAbsent(token.get(), tokens::verify);
        if (caller.isEmpty()) {
            return Parsed.bad(unauthenticated(
                    "The access token is unknown, ran out or was revoked. Ask for a new one.",
                    ", error=\"invalid_token\""));
        }
        return caller.get().may(scope) ? Parsed.good(caller.get()) : Parsed.bad(insufficient(scope));
    }

    private static ApiError unauthenticated(String message, String error) {
        return ApiError.of(ApiStatus.UNAUTHENTICATED, message)
                .withHeader("WWW-Authenticate", "Bearer realm=\"chodae\"" + error);
    }

    private static ApiError insufficient(String scope) {
        Map<String, Object> detail = Map.of(
                "@type", "type.googleapis.com/google.rpc.ErrorInfo",
                "reason", "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                "domain", "googleapis.com",
                "metadata", Map.of("scopes", scope));
        return ApiError.of(
                        ApiStatus.PERMISSION_DENIED,
                        "Needs the scope %s, and an administrator whose role allows it.".formatted(scope))
                .because("insufficientPermissions")
                .with(detail)
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"chodae\", error=\"insufficient_scope\", scope=\"%s\"".formatted(scope));
    }
}
