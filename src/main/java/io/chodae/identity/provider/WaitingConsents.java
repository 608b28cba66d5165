package io.chodae.identity.provider;

import io.chodae.identity.ApiScopes;
import io.chodae.identity.PendingConsents;
import io.chodae.identity.Programs;
import io.chodae.shared.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Reads what the framework keeps while it waits for the answer. */
@Component
class WaitingConsents implements PendingConsents {

    static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);

    private final OAuth2AuthorizationService authorizations;
    private final Programs programs;

    WaitingConsents(OAuth2AuthorizationService authorizations, Programs programs) {
        this.authorizations = authorizations;
        this.programs = programs;
    }

    @Override
    public Optional<Pending> find(String state, AccountId account) {
        OAuth2Authorization found = authorizations.findByToken(state, STATE);
        if (found == null || !Long.toString(account.value()).equals(found.getPrincipalName())) {
            return Optional.empty();
        }
        OAuth2AuthorizationRequest asked = request(found);
        String redirectUri = asked == null ? null : asked.getRedirectUri();
        return asked == null || redirectUri == null
                ? Optional.empty()
                : programs.byClientId(found.getRegisteredClientId())
                        .map(program -> new Pending(
                                program,
                                redirectUri,
                                ApiScopes.ALL.stream()
                                        .filter(asked.getScopes()::contains)
                                        .toList()));
    }

    private static @Nullable OAuth2AuthorizationRequest request(OAuth2Authorization found) {
        return found.getAttribute(OAuth2AuthorizationRequest.class.getName());
    }
}
