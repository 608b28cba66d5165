package io.chodae.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Changes the values of an authorization's tokens and nothing else about them. */
final class TokenValues {

    /** Tells a hash that came from the table from a value that was presented; no token of ours has a colon. */
    private static final String MARK = "sha256:";

    private TokenValues() {}

    /** The form to store. What has it already stays: a save after a look-up knows most tokens as hashes only. */
    static String hashed(String value) {
        return value.startsWith(MARK) ? value : hash(value);
    }

    /** The form that a presented value is looked up by. Never takes a hash for a token. */
    static String hash(String presented) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(presented.getBytes(StandardCharsets.UTF_8));
            return MARK + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static OAuth2Authorization map(OAuth2Authorization authorization, UnaryOperator<String> change) {
        OAuth2Authorization.Builder changed = OAuth2Authorization.from(authorization);
        put(changed, authorization.getToken(OAuth2AuthorizationCode.class), change);
        put(changed, authorization.getToken(OAuth2AccessToken.class), change);
        put(changed, authorization.getToken(OAuth2RefreshToken.class), change);
        put(changed, authorization.getToken(OidcIdToken.class), change);
        put(changed, authorization.getToken(OAuth2UserCode.class), change);
        put(changed, authorization.getToken(OAuth2DeviceCode.class), change);
        return changed.build();
    }

    private static <T extends OAuth2Token> void put(
            OAuth2Authorization.Builder changed,
            OAuth2Authorization.@Nullable Token<T> held,
            UnaryOperator<String> change) {
        if (held != null) {
            changed.token(
                    copy(held.getToken(), change.apply(held.getToken().getTokenValue())),
                    metadata -> metadata.putAll(held.getMetadata()));
        }
    }

    private static OAuth2Token copy(OAuth2Token token, String value) {
        return switch (token) {
            case OAuth2AuthorizationCode code -> new OAuth2AuthorizationCode(value, issued(code), expires(code));
            case OAuth2AccessToken access ->
                new OAuth2AccessToken(
                        access.getTokenType(), value, access.getIssuedAt(), access.getExpiresAt(), access.getScopes());
            case OAuth2RefreshToken refresh ->
                new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
            case OidcIdToken id -> new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
            case OAuth2UserCode code -> new OAuth2UserCode(value, issued(code), expires(code));
            case OAuth2DeviceCode code -> new OAuth2DeviceCode(value, issued(code), expires(code));
            default -> throw new IllegalArgumentException("an unknown kind of token: " + token.getClass());
        };
    }

    private static Instant issued(OAuth2Token token) {
        return Objects.requireNonNull(token.getIssuedAt());
    }

    private static Instant expires(OAuth2Token token) {
        return Objects.requireNonNull(token.getExpiresAt());
    }
}
