package io.chodae.web;

import io.chodae.shared.Secrets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.session.web.http.CookieSerializer;

/** What the filter chains and {@link SignInSilently} have in common. */
@Configuration(proxyBeanMethods = false)
class SecurityParts {

    private final boolean https;

    SecurityParts(@Value("${chodae.public-url}") String publicUrl) {
        this.https = publicUrl.startsWith("https:");
    }

    @Bean
    CookieSerializer sessionCookie(Secrets secrets) {
        return new SecuritySessionCookie(secrets, https);
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /**
     * The token rests in a cookie, not in the session, so that merely opening an invitation writes no session row. The
     * prefix keeps a neighbour's subdomain from planting one (RFC 6265bis, 4.1.3).
     */
    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-chodae_csrf" : "chodae_csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(https).sameSite("Lax").path("/"));
        return tokens;
    }

    /** At every sign-in, so that neither a session nor a CSRF token planted before it is of use after it. */
    @Bean
    SessionAuthenticationStrategy sessionAuthenticationStrategy(CsrfTokenRepository csrfTokens) {
        return new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    /** Remembers whole pages only: nobody wants to land on a partial or on the answer to a form. */
    @Bean
    RequestCache requestCache() {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setMatchingRequestParameterName("resumed");
        requests.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With")));
        return requests;
    }
}
