package io.chodae.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * What a browser may do with a page: load from us alone, run nothing inline, be framed by nobody, tell nobody a link
 * that carries a token. A handler that sets its own {@code Content-Security-Policy}, as for a framed preview, keeps it.
 */
final class SecurityHeaders implements HeaderWriter {

    static final String CSP = "Content-Security-Policy";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none';"
            + " base-uri 'none'; frame-src 'self'; form-action 'self'";

    private static final Pattern WITH_TOKEN = Pattern.compile("/(i|t|u|reset|verify|setup|join)/.*");

    private final RequestCache requests;

    SecurityHeaders(RequestCache requests) {
        this.requests = requests;
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(CSP)) {
            response.setHeader(
                    CSP,
                    POLICY + clientOrigin(request, response).map(o -> " " + o).orElse(""));
            response.setHeader("X-Frame-Options", "DENY");
        }
        boolean token = WITH_TOKEN.matcher(request.getRequestURI()).matches();
        response.setHeader("Referrer-Policy", token ? "no-referrer" : "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    /**
     * Browsers hold a form's redirects to {@code form-action} too, and signing in for a client ends at the client's
     * address. The authorization endpoint has checked that address before it sent the person to sign in.
     */
    private Optional<String> clientOrigin(HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) == null
                || !(requests.getRequest(request, response) instanceof DefaultSavedRequest saved)
                || !"/oauth2/authorize".equals(saved.getRequestURI())) {
            return Optional.empty();
        }
        String[] uris = saved.getParameterValues("redirect_uri");
        return uris == null || uris.length != 1 ? Optional.empty() : origin(uris[0]);
    }

    private static Optional<String> origin(String uri) {
        try {
            URI parsed = URI.create(uri);
            if (parsed.getHost() == null) {
                return Optional.ofNullable(parsed.getScheme()).map(scheme -> scheme + ":");
            }
            String port = parsed.getPort() < 0 ? "" : ":" + parsed.getPort();
            return Optional.of(parsed.getScheme() + "://" + parsed.getHost() + port);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
