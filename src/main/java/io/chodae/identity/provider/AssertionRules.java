package io.chodae.identity.provider;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the claims of an assertion must say besides who made it, whoever signed it (RFC 7523, 3). */
final class AssertionRules {

    /** What Google's libraries name as the audience, whatever the endpoint. */
    static final String GOOGLE = "https://oauth2.googleapis.com/token";

    /** How far the caller's clock may be off. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Set<String> audiences;

    AssertionRules(String tokenUri) {
        this.audiences = Set.of(GOOGLE, tokenUri);
    }

    /** The first thing that is wrong. */
    Optional<String> fault(JWTClaimsSet claims, Instant now) {
        List<String> audience = claims.getAudience();
        Instant issued = instant(claims.getIssueTime());
        Instant expires = instant(claims.getExpirationTime());
        Instant notBefore = instant(claims.getNotBeforeTime());
        if (audience.isEmpty() || !audiences.containsAll(audience)) {
            return Optional.of("aud: must be this server's token endpoint or " + GOOGLE);
        }
        if (issued == null || expires == null) {
            return Optional.of("iat and exp: both are needed");
        }
        if (!expires.plus(SKEW).isAfter(now)) {
            return Optional.of("exp: the assertion has expired; is the clock right?");
        }
        if (issued.minus(SKEW).isAfter(now)
                || (notBefore != null && notBefore.minus(SKEW).isAfter(now))) {
            return Optional.of("iat: the assertion is from the future; is the clock right?");
        }
        if (expires.isAfter(issued.plus(LONGEST))) {
            return Optional.of("exp: an assertion lives for one hour at most");
        }
        return Optional.empty();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
