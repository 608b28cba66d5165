package io.chodae.identity.provider;

import java.time.Instant;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** How a signed request for a token ended. */
sealed interface AssertionResult {

    /**
     * A token, which the database knows by its hash.
     *
     * @param clientId of the service account
     */
    record Granted(String token, String clientId, Set<String> scopes, Instant issued, Instant expires)
            implements AssertionResult {

        /** Without the token, whoever prints it. */
        @Override
        public String toString() {
            return "Granted[" + clientId + "]";
        }
    }

    /**
     * None.
     *
     * @param error of RFC 6749, 5.2
     * @param description for the program's author, in English; without quotation marks and backslashes, as 5.2 has it
     */
    record Refused(String error, String description) implements AssertionResult {}

    static Refused grant(String description) {
        return new Refused(OAuth2ErrorCodes.INVALID_GRANT, description);
    }

    static Refused scope(String description) {
        return new Refused(OAuth2ErrorCodes.INVALID_SCOPE, description);
    }
}
