package io.chodae.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call as it came, by itself or inside a batch.
 *
 * @param path still encoded
 * @param query still encoded
 * @param headers by lower-case name
 * @param body inflated
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Call(String method, String path, @Nullable String query, Map<String, String> headers, byte[] body) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BEARER = "bearer ";

    /**
     * A read that was too long for an address comes as a POST that says so, with its query as a form: what Python's
     * client does from 2,048 characters on.
     */
    public Call unfolded() {
        Optional<String> meant = header("x-http-method-override").filter(wanted -> method.equals("POST"));
        if (meant.isEmpty()) {
            return this;
        }
        boolean form =
                header("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith(FORM);
        String whole = form ? new String(body, StandardCharsets.UTF_8) : query;
        return new Call(meant.get().strip().toUpperCase(Locale.ROOT), path, whole, headers, form ? new byte[0] : body);
    }

    /** @param name in lower case */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The token of the header; empty where another scheme or none was used. */
    public Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
