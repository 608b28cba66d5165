package io.chodae.identity.provider;

import io.chodae.identity.ClientMembers;
import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.ProviderSetup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;

/**
 * What a request for a sign-in must keep to besides the framework's own rules: a redirect address as it was registered,
 * on loopback with its port too; and a person who may use the client. Who may not is led to a page that says why and
 * whom to ask; the client is told only where it asked for an answer without any page ({@code prompt=none}). A client that
 * needs the person's consent asks for something, and whether the person may give it is found when they answer.
 */
final class AuthorizeRules implements Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    private final Consumer<OAuth2AuthorizationCodeRequestAuthenticationContext> framework =
            new OAuth2AuthorizationCodeRequestAuthenticationValidator();
    private final ClientMembers members;

    AuthorizeRules(ClientMembers members) {
        this.members = members;
    }

    @Override
    public void accept(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken asked = context.getAuthentication();
        Set<String> registered = context.getRegisteredClient().getRedirectUris();
        if (asked.getRedirectUri() != null && !registered.contains(asked.getRedirectUri())) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "redirect_uri is not registered", null), null);
        }
        framework.accept(context);
        if (asked.getScopes().isEmpty()
                && context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE), asked);
        }
        boolean silent = prompts(asked).contains("none");
        if (!(asked.getPrincipal() instanceof Authentication person
                && person.getPrincipal() instanceof MemberPrincipal member)) {
            if (silent) {
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error("login_required"), asked);
            }
        } else if (context.getRegisteredClient().getClientSettings().isRequireAuthorizationConsent()) {
            if (silent) {
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                        new OAuth2Error("consent_required"), asked);
            }
        } else if (members.claims(asked.getClientId(), member.accountId(), Set.of())
                .isEmpty()) {
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.ACCESS_DENIED), silent ? asked : atOurPage(asked));
        }
    }

    /** Errors go to the address in the token: our own page's in place of the client's. */
    private static OAuth2AuthorizationCodeRequestAuthenticationToken atOurPage(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        String again = "/oauth2/authorize?" + AuthorizeQuery.of(asked);
        return new OAuth2AuthorizationCodeRequestAuthenticationToken(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                (Authentication) asked.getPrincipal(),
                ProviderSetup.REFUSED_PAGE + "?" + ProviderSetup.CONTINUE + "="
                        + URLEncoder.encode(again, StandardCharsets.UTF_8),
                null,
                asked.getScopes(),
                null);
    }

    private static Set<String> prompts(OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        return asked.getAdditionalParameters().get("prompt") instanceof String prompt
                ? Set.copyOf(Arrays.asList(prompt.split(" ", -1)))
                : Set.of();
    }
}
