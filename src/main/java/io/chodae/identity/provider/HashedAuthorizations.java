package io.chodae.identity.provider;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Keeps authorizations with the SHA-256 of every code and token in place of its value, and gives the presented value
 * back where one is looked up: a reader of the database holds nothing that opens anything. Tokens have 96 random
 * bytes or a signature, so that a plain hash cannot be guessed back.
 */
final class HashedAuthorizations implements OAuth2AuthorizationService {

    private final OAuth2AuthorizationService stored;

    HashedAuthorizations(OAuth2AuthorizationService stored) {
        this.stored = stored;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        stored.save(TokenValues.map(named(authorization), TokenValues::hashed));
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
        String hash = TokenValues.hash(token);
        OAuth2Authorization found = stored.findByToken(hash, type);
        return found == null ? null : TokenValues.map(found, value -> value.equals(hash) ? token : value);
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
