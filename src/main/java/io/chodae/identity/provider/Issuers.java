package io.chodae.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.chodae.shared.CustomerId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The service accounts behind signed assertions, and the keys that they may have signed with. */
@Component
class Issuers {

    private final JdbcClient jdbc;

    Issuers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param working neither it nor its customer is switched off */
    record Issuer(
            CustomerId customer,
            long serviceAccount,
            String clientId,
            String name,
            Set<String> scopes,
            boolean working) {}

    private record Key(String id, RSAPublicKey value) {}

    /** An assertion brings nothing but this name, and the customer follows from it. */
    Optional<Issuer> find(String clientEmail) {
        return jdbc.sql("""
                        select s.customer_id, s.service_account_id, s.client_id, s.name, s.scopes,
                               s.disabled_at is null and c.suspended_at is null as working
                          from service_account s
                          join customer c using (customer_id)
                         where s.client_email = :email
                        """)
                .param("email", clientEmail)
                .query((row, number) -> new Issuer(
                        new CustomerId(row.getLong("customer_id")),
                        row.getLong("service_account_id"),
                        row.getString("client_id"),
                        row.getString("name"),
                        Set.of((String[]) row.getArray("scopes").getArray()),
                        row.getBoolean("working")))
                .optional();
    }

    /**
     * The id of the working key that has signed this.
     *
     * @param named the key's own id where the assertion tells it; some libraries do not, and then each is tried
     */
    Optional<String> signer(Issuer issuer, SignedJWT assertion, @Nullable String named) {
        return keys(issuer).stream()
                .filter(key -> named == null || named.equals(key.id()))
                .filter(key -> signed(assertion, key.value()))
                .map(Key::id)
                .findFirst();
    }

    private List<Key> keys(Issuer issuer) {
        return jdbc.sql("""
                        select key_id, public_key from service_account_key
                         where customer_id = :customer and service_account_id = :id and revoked_at is null
                         order by created_at desc
                        """)
                .param("customer", issuer.customer().value())
                .param("id", issuer.serviceAccount())
                .query(Issuers::key)
                .list();
    }

    private static boolean signed(SignedJWT assertion, RSAPublicKey key) {
        try {
            return assertion.verify(new RSASSAVerifier(key));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Key key(ResultSet row, int number) throws SQLException {
        try {
            var spec = new X509EncodedKeySpec(row.getBytes("public_key"));
            return new Key(row.getString("key_id"), (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
