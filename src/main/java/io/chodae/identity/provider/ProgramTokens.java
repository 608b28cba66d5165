package io.chodae.identity.provider;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenClaimsContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Gives a program a token, for a code and for a refresh alike, only while the consent behind it holds. */
@Component
class ProgramTokens implements OAuth2TokenCustomizer<OAuth2TokenClaimsContext> {

    private final GiveConsent consents;

    ProgramTokens(GiveConsent consents) {
        this.consents = consents;
    }

    @Override
    public void customize(OAuth2TokenClaimsContext context) {
        OAuth2Authorization authorization = context.getAuthorization();
        if (authorization == null || !consents.holds(authorization.getId())) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }
}
