package io.chodae.web;

import io.chodae.directory.Accounts;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.NoteSignIn;
import io.chodae.identity.SignInPaused;
import io.chodae.identity.SignInSuspended;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What the browser is told when somebody signs in or out, fails to, or would have to. Always a redirect. */
@Component
class SecurityAnswers
        implements AuthenticationSuccessHandler,
                AuthenticationFailureHandler,
                LogoutSuccessHandler,
                AuthenticationEntryPoint {

    private static final String SIGN_IN = "/sign-in";

    private final AfterSignIn afterSignIn;
    private final Accounts accounts;
    private final NoteSignIn noteSignIn;

    SecurityAnswers(AfterSignIn afterSignIn, Accounts accounts, NoteSignIn noteSignIn) {
        this.noteSignIn = noteSignIn;
        this.accounts = accounts;
        this.afterSignIn = afterSignIn;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (!(authentication.getPrincipal() instanceof MemberPrincipal member)) {
            throw new IllegalStateException("only members sign in by the form");
        }
        noteSignIn.note(member.accountId());
        accounts.find(member.accountId()).ifPresent(account -> Languages.follow(request, account.language()));
        response.sendRedirect(afterSignIn.target(request, response, member.accountId()));
    }

    /**
     * One answer for an unknown address, a wrong password and a closed account; whoever knows the password of a
     * suspended one learns by whom.
     */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SignInSuspended suspended) {
            SuspendedBy.remember(request, suspended.by());
            response.sendRedirect(SuspendedBy.PAGE);
            return;
        }
        UriComponentsBuilder page = signInPage(continued(request));
        if (failure instanceof SignInPaused paused) {
            page.queryParam("fault", "paused").queryParam("seconds", seconds(paused.pause()));
        } else {
            page.queryParam("fault", "credentials");
        }
        response.sendRedirect(page.build().toUriString());
    }

    /** With {@code continue}: somebody else is to go on from there, by its own sign-in and sign-up if it has them. */
    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        Optional<String> path = continued(request);
        Optional<String> open = path.filter(ContinuePath::opensWithoutSignIn);
        if (open.isPresent()) {
            response.sendRedirect(open.get());
            return;
        }
        UriComponentsBuilder page = signInPage(path);
        if (path.isEmpty()) {
            page.queryParam("signed-out");
        }
        response.sendRedirect(page.build().toUriString());
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A partial must not be filled with the sign-in page: the whole page goes there.
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(SIGN_IN);
        }
    }

    private static Optional<String> continued(HttpServletRequest request) {
        return ContinuePath.safe(request.getParameter(ContinuePath.PARAMETER));
    }

    private static UriComponentsBuilder signInPage(Optional<String> continued) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(SIGN_IN);
        continued.ifPresent(
                path -> page.queryParam(ContinuePath.PARAMETER, URLEncoder.encode(path, StandardCharsets.UTF_8)));
        return page;
    }

    /** Rounded up, so that waiting as told is enough. */
    private static long seconds(Duration pause) {
        return pause.plusMillis(999).toSeconds();
    }
}
