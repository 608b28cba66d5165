package io.chodae.identity.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Lets {@link AcceptAssertion} decide, and says it as Spring Authorization Server answers. */
final class JwtBearerProvider implements AuthenticationProvider {

    private final AcceptAssertion accept;

    JwtBearerProvider(AcceptAssertion accept) {
        this.accept = accept;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        if (!(authentication instanceof JwtBearerRequest request)) {
            return null;
        }
        return switch (accept.accept(request.assertion())) {
            case AssertionResult.Granted granted ->
                new OAuth2AccessTokenAuthenticationToken(
                        client(granted.clientId()), (Authentication) request.getPrincipal(), token(granted));
            case AssertionResult.Refused refused ->
                throw new OAuth2AuthenticationException(new OAuth2Error(refused.error(), refused.description(), null));
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return JwtBearerRequest.class.isAssignableFrom(authentication);
    }

    private static OAuth2AccessToken token(AssertionResult.Granted granted) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                granted.token(),
                granted.issued(),
                granted.expires(),
                granted.scopes());
    }

    /** The framework's answer names the client that it is for; this one is registered nowhere else. */
    private static RegisteredClient client(String clientId) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .authorizationGrantType(AuthorizationGrantType.JWT_BEARER)
                .build();
    }
}
