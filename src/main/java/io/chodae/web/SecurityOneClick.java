package io.chodae.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A mail program that stops mails for its user (RFC 8058, 3.2): it has neither a page nor cookies, and brings the link's
 * token as its proof. A browser's form for the same address says something else, and needs the form's token.
 */
final class SecurityOneClick implements RequestMatcher {

    private static final Pattern PATH = Pattern.compile("/u/[A-Za-z0-9_-]{32}");

    @Override
    public boolean matches(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && PATH.matcher(request.getRequestURI()).matches()
                && "One-Click".equals(request.getParameter("List-Unsubscribe"));
    }
}
