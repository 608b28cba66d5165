package io.chodae.identity.provider;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.CODE;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps authorizations with the SHA-256 of every code and token in place of its value, and gives the presented value
 * back where one is looked up: a reader of the database holds nothing that opens anything. Tokens have 96 random
 * bytes or a signature, so that a plain hash cannot be guessed back. A code or refresh token that comes a second time
 * ends its authorization, whoever brings it.
 */
final class HashedAuthorizations implements OAuth2AuthorizationService {

    /** Between a look-up by a code or a refresh token and the save after it: the hash of what was presented. */
    private static final String PRESENTED = HashedAuthorizations.class.getName() + ".presented";

    private final OAuth2AuthorizationService stored;
    private final SpentTokens spent;

    HashedAuthorizations(OAuth2AuthorizationService stored, SpentTokens spent) {
        this.stored = stored;
        this.spent = spent;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        OAuth2Authorization hashed = TokenValues.map(named(authorization), TokenValues::hashed);
        if (!(authorization.getAttribute(PRESENTED) instanceof String hash)) {
            stored.save(hashed);
            return;
        }
        OAuth2Authorization clean = OAuth2Authorization.from(hashed)
                .attributes(attributes -> attributes.remove(PRESENTED))
                .build();
        if (keepsItsRefreshToken(hashed, hash)) {
            stored.save(clean);
            return;
        }
        if (!spent.spend(hash, authorization.getId(), () -> stored.save(clean))) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
        }
    }

    /** Where the client was given no new one in its place, the same comes again next time. */
    private static boolean keepsItsRefreshToken(OAuth2Authorization hashed, String presented) {
        var refresh = hashed.getRefreshToken();
        return refresh != null && refresh.getToken().getTokenValue().equals(presented);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type != null && WaitingConsents.STATE.equals(type)) {
            // Opens nothing but the person's own request, and only from their own session.
            return stored.findByToken(token, type);
        }
        String hash = TokenValues.hash(token);
        OAuth2Authorization found = stored.findByToken(hash, type);
        boolean once = type != null && (CODE.equals(type.getValue()) || OAuth2TokenType.REFRESH_TOKEN.equals(type));
        if (found == null) {
            if (once) {
                spent.comesAgain(hash);
            }
            return null;
        }
        OAuth2Authorization named = TokenValues.map(found, value -> value.equals(hash) ? token : value);
        return once ? OAuth2Authorization.from(named).attribute(PRESENTED, hash).build() : named;
    }

    /** Of the signed-in person a token needs the name and the time of the sign-in alone. */
    private static OAuth2Authorization named(OAuth2Authorization authorization) {
        String key = Principal.class.getName();
        if (!(authorization.getAttribute(key) instanceof Authentication person)) {
            return authorization;
        }
        List<? extends GrantedAuthority> proofs = person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .toList();
        return OAuth2Authorization.from(authorization)
                .attribute(key, UsernamePasswordAuthenticationToken.authenticated(person.getName(), null, proofs))
                .build();
    }
}
