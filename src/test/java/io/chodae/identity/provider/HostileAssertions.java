package io.chodae.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.ChangeServiceAccount;
import io.chodae.identity.Role;
import io.chodae.identity.ServiceAccountKeys;
import io.chodae.identity.TestServiceAccount;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.identity.TestServiceAccounts.Organisation;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the assertions of {@code assertions.csv}: each a good one but for one thing. */
final class HostileAssertions {

    private final TestServiceAccounts accounts;
    private final ServiceAccountKeys keys;
    private final ChangeServiceAccount change;
    private final SuspendCustomer suspend;
    private final JdbcClient jdbc;

    private final Organisation organisation;
    private final TestServiceAccount program;
    private final Instant now;

    HostileAssertions(
            TestServiceAccounts accounts,
            ServiceAccountKeys keys,
            ChangeServiceAccount change,
            SuspendCustomer suspend,
            JdbcClient jdbc,
            Instant now) {
        this.accounts = accounts;
        this.keys = keys;
        this.change = change;
        this.suspend = suspend;
        this.jdbc = jdbc;
        this.now = now;
        this.organisation = accounts.organisation();
        this.program = accounts.serviceAccount(organisation, ApiScopes.USER_INVITATIONS);
    }

    TestServiceAccount program() {
        return program;
    }

    /** A good one, to show that nothing but the change is wrong. */
    String good() {
        return program.signed(claims());
    }

    String with(String what) throws JOSEException, ParseException {
        int sign = what.indexOf('=');
        return sign < 0 ? special(what) : claim(what.substring(0, sign), what.substring(sign + 1));
    }

    private JWTClaimsSet.Builder claims() {
        return program.claims(now, ApiScopes.USER_INVITATIONS);
    }

    private String claim(String name, String value) {
        JWTClaimsSet.Builder claims = claims();
        return switch (name) {
            case "kid" -> program.signed(claims, value);
            case "iss" -> program.signed(claims.issuer(orNull(value)));
            case "exp" ->
                program.signed(claims.issueTime(Date.from(now.plusSeconds(Math.min(0, after(value) - 60))))
                        .expirationTime(Date.from(now.plusSeconds(after(value)))));
            case "iat" -> program.signed(claims.issueTime(Date.from(now.plusSeconds(after(value)))));
            case "nbf" -> program.signed(claims.notBeforeTime(Date.from(now.plusSeconds(after(value)))));
            case "scope" -> program.signed(claims.claim("scope", orNull(value)));
            case "aud" ->
                program.signed(
                        value.equals("two")
                                ? claims.audience(List.of(AssertionRules.GOOGLE, "https://elsewhere.example/token"))
                                : claims.audience(orNull(value)));
            case "sub" -> program.signed(claims.subject(orNull(subject(value))));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String subject(String who) {
        return switch (who) {
            case "foreign" -> accounts.organisation().owner().email().value();
            case "stranger" -> accounts.person().email().value();
            case "closed" -> colleague("update account set disabled_at = now() where account_id = :id");
            case "suspended" -> colleague("""
                    update account set managed_by = 0, managed_since = now(), suspended_at = now()
                     where account_id = :id
                    """);
            case "itself" -> program.clientEmail();
            default -> who;
        };
    }

    private String colleague(String changed) {
        Account colleague = accounts.colleague(organisation, Role.OWNER);
        jdbc.sql(changed).param("id", colleague.id().value()).update();
        return colleague.email().value();
    }

    private String special(String what) throws JOSEException, ParseException {
        return switch (what) {
            case "tampered" -> tampered();
            case "strange-key" ->
                strange(JWSAlgorithm.RS256, new RSAKeyGenerator(2048).generate().toPrivateKey());
            case "other-account-key" -> strange(JWSAlgorithm.RS256, other().privateKey());
            case "other-account-kid" -> program.signed(claims(), other().keyId());
            case "alg-none" -> new PlainJWT(claims().build()).serialize();
            case "alg-hs256" -> signedWithThePublicKey();
            case "alg-rs512" -> strange(JWSAlgorithm.RS512, program.privateKey());
            case "garbage" -> "two.parts";
            case "long" -> program.signed(claims().claim("book", "x".repeat(9_000)));
            case "no-exp" -> program.signed(claims().expirationTime(null));
            case "no-iat" -> program.signed(claims().issueTime(null));
            case "replayed" -> used(good());
            case "replayed-otherwise" -> otherwise(used(good()));
            case "revoked-key", "revoked-key-unnamed" -> {
                keys.revoke(program.customer(), program.id(), program.keyId(), Actor.system());
                yield program.signed(claims(), what.endsWith("unnamed") ? null : program.keyId());
            }
            case "disabled" -> {
                change.enable(program.customer(), program.id(), false, Actor.system());
                yield good();
            }
            case "removed" -> {
                change.remove(program.customer(), program.id(), Actor.system());
                yield good();
            }
            case "stopped" -> {
                suspend.suspend(program.customer(), Actor.system());
                yield good();
            }
            default -> throw new IllegalArgumentException(what);
        };
    }

    private TestServiceAccount other() {
        return accounts.serviceAccount(accounts.organisation(), ApiScopes.USER_INVITATIONS);
    }

    private String tampered() throws ParseException {
        String[] signed = good().split("\\.", -1);
        String[] changed =
                program.signed(claims().subject("admin@elsewhere.example")).split("\\.", -1);
        return new SignedJWT(new Base64URL(signed[0]), new Base64URL(changed[1]), new Base64URL(signed[2])).serialize();
    }

    private String strange(JWSAlgorithm algorithm, PrivateKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(program.keyId()).build(), claims().build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** What a check falls for that takes the algorithm from the header and the key from the table. */
    private String signedWithThePublicKey() throws JOSEException {
        byte[] published = jdbc.sql("select public_key from service_account_key where key_id = :key")
                .param("key", program.keyId())
                .query(byte[].class)
                .single();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(program.keyId()).build(), claims().build());
        jwt.sign(new MACSigner(published));
        return jwt.serialize();
    }

    private String used(String assertion) {
        program.ask(assertion);
        return assertion;
    }

    /** Base64 has bits to spare at its end: another text with the same signature in it. */
    private static String otherwise(String assertion) {
        char last = assertion.charAt(assertion.length() - 1);
        return assertion.substring(0, assertion.length() - 1) + (char) (last + 1);
    }

    private static long after(String seconds) {
        return Long.parseLong(seconds);
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
