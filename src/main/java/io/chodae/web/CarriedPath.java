package io.chodae.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps where a person wanted to go while a detour leads out of this site: to a provider and back, or through the
 * mail. The path rests with the browser alone: it may hold an invitation's token, and a session would write it into
 * the database in a form that opens it.
 */
@Component
public class CarriedPath {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final boolean https;

    CarriedPath(@Value("${chodae.public-url}") String publicUrl) {
        this.https = publicUrl.startsWith("https:");
    }

    /** Which way leads out; each keeps a path of its own, so that one unfinished does not steer the other. */
    public enum Detour {
        PROVIDER,
        RESET
    }

    /** Keeps the path, or forgets the one of an earlier detour where there is none. */
    public void keep(HttpServletResponse response, Detour detour, Optional<String> path) {
        write(
                response,
                detour,
                path.flatMap(ContinuePath::safe)
                        .map(safe -> URLEncoder.encode(safe, StandardCharsets.UTF_8))
                        .orElse(""));
    }

    /** The path kept, once. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response, Detour detour) {
        var cookie = WebUtils.getCookie(request, name(detour));
        if (cookie == null) {
            return Optional.empty();
        }
        write(response, detour, "");
        return decoded(cookie.getValue()).flatMap(ContinuePath::safe);
    }

    private void write(HttpServletResponse response, Detour detour, String value) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(name(detour), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .maxAge(value.isEmpty() ? Duration.ZERO : LIFETIME)
                        .build()
                        .toString());
    }

    /** Anybody can send a cookie. */
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String name(Detour detour) {
        return (https ? "__Host-" : "") + "chodae_after_" + detour.name().toLowerCase(Locale.ROOT);
    }
}
