package io.chodae.identity.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ClientSecrets;
import io.chodae.identity.provider.Issuers.Issuer;
import io.chodae.identity.provider.ServiceTokens.Administrator;
import io.chodae.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a service account a token for what it has signed (RFC 7523, 3). Nothing about the customer is told before the
 * signature is found good; then each refusal says what to change.
 */
@Component
class AcceptAssertion {

    private static final int MAX_LENGTH = 8_192;

    private final Issuers issuers;
    private final ServiceTokens tokens;
    private final AssertionRules rules;
    private final Clock clock;

    AcceptAssertion(
            Issuers issuers, ServiceTokens tokens, Clock clock, @Value("${chodae.public-url}") String publicUrl) {
        this.issuers = issuers;
        this.tokens = tokens;
        this.rules = new AssertionRules(publicUrl.replaceFirst("/+$", "") + "/oauth2/token");
        this.clock = clock;
    }

    @Transactional
    public AssertionResult accept(String text) {
        SignedJWT assertion;
        JWTClaimsSet claims;
        try {
            assertion = SignedJWT.parse(text.length() > MAX_LENGTH ? "" : text);
            claims = assertion.getJWTClaimsSet();
        } catch (ParseException e) {
            return AssertionResult.grant("the assertion is no signed JWT");
        }
        // The algorithm is ours to choose and not the caller's (RFC 8725, 3.1).
        if (!JWSAlgorithm.RS256.equals(assertion.getHeader().getAlgorithm())) {
            return AssertionResult.grant("alg: assertions are signed with RS256");
        }
        Optional<Issuer> issuer = Optional.ofNullable(claims.getIssuer()).flatMap(issuers::find);
        Optional<String> key = issuer.flatMap(
                found -> issuers.signer(found, assertion, assertion.getHeader().getKeyID()));
        if (key.isEmpty()) {
            return AssertionResult.grant("iss, kid or signature: no working key of a service account has signed this");
        }
        return decide(assertion, claims, issuer.orElseThrow(), key.get());
    }

    private AssertionResult decide(SignedJWT assertion, JWTClaimsSet claims, Issuer issuer, String key) {
        Instant now = clock.instant();
        if (!issuer.working()) {
            return AssertionResult.grant("iss: the service account is switched off");
        }
        Optional<String> fault = rules.fault(claims, now);
        if (fault.isPresent()) {
            return AssertionResult.grant(fault.get());
        }
        Optional<Administrator> administrator = Optional.ofNullable(claims.getSubject())
                .flatMap(EmailAddress::parse)
                .flatMap(address -> tokens.administrator(issuer.customer(), address));
        if (administrator.isEmpty()) {
            return AssertionResult.grant("sub: must be the e-mail address of an administrator of this customer");
        }
        Set<String> scopes = scopes(claims);
        if (scopes.isEmpty()) {
            return AssertionResult.scope("scope: at least one is needed");
        }
        if (!scopes.stream().allMatch(scope -> ApiScopes.covers(issuer.scopes(), scope))) {
            return AssertionResult.scope("scope: not all of them are delegated to this service account, only "
                    + String.join(" ", issuer.scopes()));
        }
        String signed = ClientSecrets.hash(new String(assertion.getSigningInput(), StandardCharsets.US_ASCII));
        Instant usableUntil = claims.getExpirationTime().toInstant().plus(AssertionRules.SKEW);
        if (!tokens.spend(issuer, key, signed, usableUntil, now)) {
            return AssertionResult.grant("the assertion was used before; sign a new one for each token");
        }
        return tokens.grant(issuer, key, administrator.get(), scopes, now);
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        Set<String> scopes = new LinkedHashSet<>();
        if (claims.getClaim("scope") instanceof String text) {
            Arrays.stream(text.split(" ", -1)).filter(scope -> !scope.isEmpty()).forEach(scopes::add);
        }
        return scopes;
    }
}
