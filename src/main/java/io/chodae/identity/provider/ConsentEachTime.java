package io.chodae.identity.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.stereotype.Component;

/**
 * Remembers no consent, so that each request is shown and says for which customer it is; what was agreed to stands in
 * {@link ConsentRules}' table, one row for each request.
 */
@Component
class ConsentEachTime implements OAuth2AuthorizationConsentService {

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // kept with its request
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        // goes with its request
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String clientId, String principal) {
        return null;
    }
}
