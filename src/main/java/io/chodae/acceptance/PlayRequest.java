package io.chodae.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A Play's request for a sign-in, as it was carried to a page of ours.
 *
 * @param path with query, to ask once more
 */
record PlayRequest(
        String path,
        String clientId,
        @Nullable String redirectUri,
        @Nullable String state) {

    private static final String ENDPOINT = "/oauth2/authorize?";

    /** Empty where the path is something else. */
    static Optional<PlayRequest> of(String path) {
        if (!path.startsWith(ENDPOINT)) {
            return Optional.empty();
        }
        Map<String, String> query = UriComponentsBuilder.fromUriString(path)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        String clientId = value(query, "client_id");
        return clientId == null
                ? Optional.empty()
                : Optional.of(new PlayRequest(path, clientId, value(query, "redirect_uri"), value(query, "state")));
    }

    /** The answer that the person was refused (RFC 6749, 4.1.2.1), at an address of the client's. */
    String denied(String address) {
        return address + (address.contains("?") ? "&" : "?") + "error=access_denied"
                + (state == null ? "" : "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    private static @Nullable String value(Map<String, String> query, String name) {
        String value = query.get(name);
        return value == null ? null : UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
