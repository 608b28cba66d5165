package io.chodae.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads a request of the JWT bearer grant. */
final class JwtBearerConverter implements AuthenticationConverter {

    private static final String ASSERTION = "assertion";

    static boolean isOne(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && AuthorizationGrantType.JWT_BEARER
                        .getValue()
                        .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE));
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        if (!isOne(request)) {
            return null;
        }
        String[] assertions = request.getParameterValues(ASSERTION);
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (assertions == null || assertions.length != 1 || assertions[0].isBlank() || caller == null) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, "assertion: exactly one is needed", null));
        }
        return new JwtBearerRequest(caller, assertions[0]);
    }
}
