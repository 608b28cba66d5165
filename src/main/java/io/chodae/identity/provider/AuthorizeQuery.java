package io.chodae.identity.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/** The query of a request for a sign-in, made again from what was understood of it. */
final class AuthorizeQuery {

    private AuthorizeQuery() {}

    static String of(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", asked.getClientId());
        if (asked.getRedirectUri() != null) {
            query.put("redirect_uri", asked.getRedirectUri());
        }
        query.put("scope", String.join(" ", asked.getScopes()));
        if (asked.getState() != null) {
            query.put("state", asked.getState());
        }
        asked.getAdditionalParameters().forEach((name, value) -> {
            if (value instanceof String text) {
                query.putIfAbsent(name, text);
            }
        });
        return query.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
