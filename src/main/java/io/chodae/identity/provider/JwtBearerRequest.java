package io.chodae.identity.provider;

import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/** A request for a token that brings nothing but a signed assertion (RFC 7523, 2.1). */
final class JwtBearerRequest extends OAuth2AuthorizationGrantAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String assertion;

    JwtBearerRequest(Authentication caller, String assertion) {
        super(AuthorizationGrantType.JWT_BEARER, caller, Map.of());
        this.assertion = assertion;
    }

    String assertion() {
        return assertion;
    }
}
