package io.chodae.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.shared.CustomerId;
import io.chodae.testing.HttpBrowser;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program with a key file, and what it says to the token endpoint.
 *
 * @param keyFile the fields of the file
 * @param administrator for whom it asks
 */
public record TestServiceAccount(
        int port, CustomerId customer, long id, Map<String, String> keyFile, String administrator) {

    public static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public String keyId() {
        return Objects.requireNonNull(keyFile.get("private_key_id"));
    }

    public String clientEmail() {
        return Objects.requireNonNull(keyFile.get("client_email"));
    }

    /** The claims of a good assertion, as Google's libraries write them, and an id so that no two are the same. */
    public JWTClaimsSet.Builder claims(Instant now, String scope) {
        return new JWTClaimsSet.Builder()
                .issuer(clientEmail())
                .subject(administrator)
                .audience("https://oauth2.googleapis.com/token")
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .jwtID(UUID.randomUUID().toString());
    }

    public String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, keyId());
    }

    public String signed(JWTClaimsSet.Builder claims, @Nullable String keyId) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(JOSEObjectType.JWT)
                    .keyID(keyId)
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(privateKey()));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> ask(String assertion) {
        return new HttpBrowser(port).postPlain("/oauth2/token", "grant_type", GRANT, "assertion", assertion);
    }

    /** The answer to a good assertion. */
    public HttpResponse<String> ask(Instant now, String scope) {
        return ask(signed(claims(now, scope)));
    }

    /** The private half, as a library reads it from the file. */
    public PrivateKey privateKey() {
        String pem = Objects.requireNonNull(keyFile.get("private_key"));
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
