package io.chodae.identity.provider;

import io.chodae.identity.ClientMembers;
import io.chodae.shared.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * Puts what a client may learn into its tokens, for a code and for a refresh alike. For a person who may not use the
 * client any more there are none, and what the client held is over.
 */
@Component
class MemberTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final ClientMembers members;
    private final OAuth2AuthorizationService authorizations;

    MemberTokens(ClientMembers members, OAuth2AuthorizationService authorizations) {
        this.members = members;
        this.authorizations = authorizations;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        Authentication person = Objects.requireNonNull(context.getPrincipal());
        boolean idToken =
                OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue());
        Map<String, Object> claims = members.claims(
                        context.getRegisteredClient().getClientId(),
                        new AccountId(Long.parseLong(person.getName())),
                        idToken ? context.getAuthorizedScopes() : Set.of())
                .orElseThrow(() -> over(context.getAuthorization()));
        context.getClaims().claims(all -> all.putAll(claims));
    }

    private OAuth2AuthenticationException over(@Nullable OAuth2Authorization authorization) {
        if (authorization != null) {
            authorizations.remove(authorization);
        }
        return new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
    }
}
