package io.chodae.web;

import io.chodae.shared.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: chosen by {@code ?lang=}, which is remembered in a cookie; else the cookie; else the one of
 * the account that has signed in; else what the browser asks for.
 */
@Component("localeResolver")
class Languages implements LocaleResolver {

    private static final String PARAMETER = "lang";
    private static final String COOKIE = "lang";
    private static final String OF_ACCOUNT = "language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        if (known(asked)) {
            return Language.ofTag(asked).locale();
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null && known(cookie.getValue())) {
            return Language.ofTag(cookie.getValue()).locale();
        }
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(OF_ACCOUNT) instanceof String tag) {
            return Language.ofTag(tag).locale();
        }
        return Language.of(request.getLocale()).locale();
    }

    /**
     * Lets pages follow an account from its sign-in to its sign-out. It rests in the session, not in the cookie, which
     * stands for a choice made on this very device and stays for whoever signs in next.
     */
    static void follow(HttpServletRequest request, Language language) {
        request.getSession().setAttribute(OF_ACCOUNT, language.tag());
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            remember(response, Language.of(locale));
        }
    }

    /** Keeps the choice made by the parameter, if there was one. */
    void rememberChoice(HttpServletRequest request, HttpServletResponse response) {
        String asked = request.getParameter(PARAMETER);
        if (known(asked)) {
            remember(response, Language.ofTag(asked));
        }
    }

    /**
     * The query of this very page up to where a link may add its own {@code lang=}. Of a {@code continue} that leads
     * away from here nothing is written into the page.
     */
    static String queryBefore(@Nullable String query) {
        if (query == null) {
            return "?";
        }
        return Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals(PARAMETER) && !part.startsWith(PARAMETER + "="))
                .filter(Languages::leadsNowhereElse)
                .map(part -> part + "&")
                .collect(Collectors.joining("", "?", ""));
    }

    private static boolean leadsNowhereElse(String part) {
        String prefix = ContinuePath.PARAMETER + "=";
        try {
            return !part.startsWith(prefix)
                    || ContinuePath.safe(URLDecoder.decode(part.substring(prefix.length()), StandardCharsets.UTF_8))
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void remember(HttpServletResponse response, Language language) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, language.tag())
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
    }

    private static boolean known(@Nullable String tag) {
        return "ko".equals(tag) || "en".equals(tag);
    }
}
