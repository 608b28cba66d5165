package io.chodae.web;

import io.chodae.identity.ExternalPerson;
import io.chodae.identity.ExternalSignInResult;
import io.chodae.identity.SignInExternally;
import io.chodae.shared.Language;
import io.chodae.web.CarriedPath.Detour;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes a person who comes back from an external provider to an account of ours. The provider's tokens and claims do
 * not stay: the session ends up with the same small principal as by the form.
 */
@Component
class SecurityExternalSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final SignInExternally signInExternally;
    private final SignInSilently signInSilently;
    private final AfterSignIn afterSignIn;
    private final SecurityContextRepository contexts;
    private final CarriedPath carriedPath;

    SecurityExternalSignIn(
            SignInExternally signInExternally,
            SignInSilently signInSilently,
            AfterSignIn afterSignIn,
            SecurityContextRepository contexts,
            CarriedPath carriedPath) {
        this.signInExternally = signInExternally;
        this.signInSilently = signInSilently;
        this.afterSignIn = afterSignIn;
        this.contexts = contexts;
        this.carriedPath = carriedPath;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        ExternalSignInResult result = authentication.getPrincipal() instanceof OidcUser user
                ? signInExternally.signIn(person(user))
                : new ExternalSignInResult.NoAddress();
        switch (result) {
            case ExternalSignInResult.SignedIn signedIn -> {
                signInSilently.signIn(
                        signedIn.account(), FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY, request, response);
                String target = afterSignIn.target(request, response, signedIn.account());
                response.sendRedirect(carried(request, response)
                        .map(path -> afterSignIn.past(signedIn.account(), path))
                        .orElse(target));
            }
            case ExternalSignInResult.NoAddress none -> refuse(request, response, "provider-no-address");
            case ExternalSignInResult.AddressTaken taken -> refuse(request, response, "provider-address-taken");
            case ExternalSignInResult.DomainLocked locked ->
                refuse(request, response, "domain-locked", Map.of("domain", locked.domain()));
            case ExternalSignInResult.Disabled disabled -> refuse(request, response, "credentials");
            case ExternalSignInResult.Suspended suspended -> {
                forget(request, response);
                carried(request, response);
                SuspendedBy.remember(request, suspended.by());
                response.sendRedirect(SuspendedBy.PAGE);
            }
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        redirect(request, response, "provider", Map.of());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String fault) throws IOException {
        refuse(request, response, fault, Map.of());
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, String fault, Map<String, String> facts)
            throws IOException {
        forget(request, response);
        redirect(request, response, fault, facts);
    }

    /** The filter has saved the provider's principal already; it must not stay. */
    private void forget(HttpServletRequest request, HttpServletResponse response) {
        SecurityContextHolder.clearContext();
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
    }

    /** Whoever is refused may try another way and still gets to where they wanted to go. */
    private void redirect(
            HttpServletRequest request, HttpServletResponse response, String fault, Map<String, String> facts)
            throws IOException {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/sign-in").queryParam("fault", fault);
        facts.forEach(page::queryParam);
        carried(request, response)
                .ifPresent(path ->
                        page.queryParam(ContinuePath.PARAMETER, URLEncoder.encode(path, StandardCharsets.UTF_8)));
        response.sendRedirect(page.build().toUriString());
    }

    private Optional<String> carried(HttpServletRequest request, HttpServletResponse response) {
        return carriedPath.take(request, response, Detour.PROVIDER);
    }

    private static ExternalPerson person(OidcUser user) {
        String locale = user.getLocale();
        Locale read = locale == null ? LocaleContextHolder.getLocale() : Locale.forLanguageTag(locale);
        return new ExternalPerson(
                Objects.requireNonNull(user.getIssuer()).toString(),
                Objects.requireNonNull(user.getSubject()),
                user.getEmail(),
                Boolean.TRUE.equals(user.getEmailVerified()),
                user.getFullName(),
                Language.of(read));
    }
}
