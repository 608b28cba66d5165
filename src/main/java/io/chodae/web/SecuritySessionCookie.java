package io.chodae.web;

import io.chodae.shared.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The session cookie: the id that stands in the database, and a MAC of it under the master key, which does not. A
 * reader of the database can make no cookie of what is read there.
 */
final class SecuritySessionCookie implements CookieSerializer {

    static final String NAME = "chodae_session";

    private static final String PURPOSE = "session-cookie";

    private final Secrets secrets;
    private final DefaultCookieSerializer plain = new DefaultCookieSerializer();

    SecuritySessionCookie(Secrets secrets, boolean https) {
        this.secrets = secrets;
        plain.setCookieName(NAME);
        plain.setUseBase64Encoding(false);
        plain.setUseHttpOnlyCookie(true);
        plain.setUseSecureCookie(https);
        plain.setSameSite("Lax");
        plain.setCookiePath("/");
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        String id = value.getCookieValue();
        CookieValue signed =
                new CookieValue(value.getRequest(), value.getResponse(), id.isEmpty() ? id : id + "." + mac(id));
        signed.setCookieMaxAge(value.getCookieMaxAge());
        plain.writeCookieValue(signed);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return plain.readCookieValues(request).stream()
                .map(this::verified)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> verified(String value) {
        int dot = value.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String id = value.substring(0, dot);
        byte[] given = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, mac(id).getBytes(StandardCharsets.UTF_8))
                ? Optional.of(id)
                : Optional.empty();
    }

    private String mac(String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.mac(PURPOSE, id.getBytes(StandardCharsets.UTF_8)));
    }
}
