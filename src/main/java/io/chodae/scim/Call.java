package io.chodae.scim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path below {@code /scim/v2}, decoded, without the first slash
 * @param query the first value of each parameter
 * @param headers by their names in lower case; several of one name joined by commas
 */
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
record Call(String method, List<String> path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The token; only a header may bring it (RFC 6750, 2.1). */
    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .filter(value -> !value.isEmpty());
    }

    /** Whether the client reads plain JSON alone. */
    boolean wantsPlainJson() {
        String accept = header("accept").orElse("").toLowerCase(Locale.ROOT);
        return accept.contains("application/json") && !accept.contains("application/scim+json");
    }
}
