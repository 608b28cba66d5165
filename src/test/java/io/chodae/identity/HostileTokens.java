package io.chodae.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.identity.TestServiceAccounts.Organisation;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What somebody may send as a bearer token who has none that works now, each as good as it can be but for one thing. */
@TestComponent
public class HostileTokens {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TestServiceAccounts accounts;
    private final ServiceAccountKeys keys;
    private final ChangeServiceAccount change;
    private final TestClock clock;
    private final JdbcClient jdbc;

    HostileTokens(
            TestServiceAccounts accounts,
            ServiceAccountKeys keys,
            ChangeServiceAccount change,
            TestClock clock,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.keys = keys;
        this.change = change;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** By what is wrong with them. All name this organisation and would have this scope. */
    public Map<String, String> of(Organisation organisation, String scope) {
        TestServiceAccount program = accounts.serviceAccount(organisation, scope);
        Instant now = clock.instant();
        String good = token(program, scope);
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none", "");
        tokens.put("garbage", "garbage");
        tokens.put("forged", good.substring(0, good.length() - 1) + (good.endsWith("A") ? "B" : "A"));
        tokens.put("assertion", program.signed(program.claims(now, scope)));
        tokens.put("audience", program.signed(program.claims(now, scope).audience("https://elsewhere.example/")));
        tokens.put("wrongKey", signedByAnother(program.claims(now, scope).build(), program.keyId()));
        tokens.put("unsigned", new PlainJWT(program.claims(now, scope).build()).serialize());
        tokens.put("replayed", replayed(program, now, scope));
        tokens.put("expired", expired(program, scope));
        tokens.put("revoked", revoked(program, scope));
        tokens.put("revokedKey", ofRevokedKey(organisation, scope));
        tokens.put("disabled", ofDisabled(organisation, scope));
        return tokens;
    }

    private String replayed(TestServiceAccount program, Instant now, String scope) {
        String assertion = program.signed(program.claims(now, scope));
        program.ask(assertion);
        return assertion;
    }

    private String expired(TestServiceAccount program, String scope) {
        Instant now = clock.instant();
        clock.set(now.minus(Duration.ofHours(2)));
        try {
            return token(program, scope);
        } finally {
            clock.set(now);
        }
    }

    private String revoked(TestServiceAccount program, String scope) {
        String token = token(program, scope);
        jdbc.sql("delete from service_account_token where token_hash = :hash")
                .param("hash", ClientSecrets.hash(token))
                .update();
        return token;
    }

    private String ofRevokedKey(Organisation organisation, String scope) {
        TestServiceAccount program = accounts.serviceAccount(organisation, scope);
        String token = token(program, scope);
        keys.revoke(organisation.id(), program.id(), program.keyId(), organisation.actor());
        return token;
    }

    private String ofDisabled(Organisation organisation, String scope) {
        TestServiceAccount program = accounts.serviceAccount(organisation, scope);
        String token = token(program, scope);
        change.enable(organisation.id(), program.id(), false, organisation.actor());
        return token;
    }

    private String token(TestServiceAccount program, String scope) {
        String body = program.ask(clock.instant(), scope).body();
        return MAPPER.readTree(body).path("access_token").stringValue();
    }

    private static String signedByAnother(JWTClaimsSet claims, String keyId) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
