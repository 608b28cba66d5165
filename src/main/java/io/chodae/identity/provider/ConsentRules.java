package io.chodae.identity.provider;

import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.PendingConsents;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationToken;

/**
 * Takes an administrator's answer. Where the person may not speak for the customer that they name, it is taken for a
 * no, as it is where they agree to nothing.
 */
final class ConsentRules implements Consumer<OAuth2AuthorizationConsentAuthenticationContext> {

    private static final String SCOPE = "SCOPE_";

    private final GiveConsent give;

    ConsentRules(GiveConsent give) {
        this.give = give;
    }

    @Override
    public void accept(OAuth2AuthorizationConsentAuthenticationContext context) {
        List<String> scopes = new ArrayList<>();
        context.getAuthorizationConsent()
                .authorities(all -> all.stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(one -> one != null && one.startsWith(SCOPE))
                        .forEach(one -> scopes.add(one.substring(SCOPE.length()))));
        if (scopes.isEmpty() || !given(context, scopes)) {
            context.getAuthorizationConsent().authorities(Set::clear);
        }
    }

    private boolean given(OAuth2AuthorizationConsentAuthenticationContext context, List<String> scopes) {
        OAuth2AuthorizationConsentAuthenticationToken answer = context.getAuthentication();
        return answer.getAdditionalParameters().get(PendingConsents.CUSTOMER) instanceof String text
                && text.matches("[0-9]{1,18}")
                && answer.getPrincipal() instanceof Authentication person
                && person.getPrincipal() instanceof MemberPrincipal member
                && give.give(
                        new CustomerId(Long.parseLong(text)),
                        member.accountId(),
                        context.getRegisteredClient().getClientId(),
                        context.getAuthorization().getId(),
                        scopes);
    }
}
