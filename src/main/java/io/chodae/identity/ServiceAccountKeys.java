package io.chodae.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a service account another key, and takes keys away. Several work side by side, so that they can be rotated. */
@Component
public class ServiceAccountKeys {

    /** How many keys of an account work at once. */
    public static final int MAX_LIVE = 10;

    private static final int BITS = 2048;
    private static final int ID_BYTES = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditTrail audit;
    private final String publicUrl;
    private final RandomGenerator random = new SecureRandom();

    ServiceAccountKeys(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            AuditTrail audit,
            @Value("${chodae.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.audit = audit;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** How making a key ended. */
    public sealed interface Result {

        /** Stored, the public half of it; the file is to be handed out now or never. */
        record Made(ServiceAccountKeyFile file) implements Result {}

        /** Keys were made since the owner looked. */
        record Stale() implements Result {}

        /** {@link #MAX_LIVE} keys work already; one must be revoked first. */
        record TooMany() implements Result {}

        /** This customer has no such service account. */
        record Gone() implements Result {}
    }

    private record Owner(String project, String clientEmail, String clientId) {}

    /**
     * Makes a key pair and stores its public half.
     *
     * @param known how many keys there were where the owner looked, revoked ones too: a form that is sent twice makes
     *     one key
     */
    public Result add(CustomerId customer, long id, int known, Actor actor) {
        // drawing it takes its time, which no connection is to wait for
        RSAKey pair = pair();
        return transaction.execute(status -> added(customer, id, known, pair, actor));
    }

    private static RSAKey pair() {
        try {
            return new RSAKeyGenerator(BITS).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result added(CustomerId customer, long id, int known, RSAKey pair, Actor actor) {
        Optional<Owner> owner = lock(customer, id);
        if (owner.isEmpty()) {
            return new Result.Gone();
        }
        if (count(customer, id, false) != known) {
            return new Result.Stale();
        }
        if (count(customer, id, true) >= MAX_LIVE) {
            return new Result.TooMany();
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String keyId = HexFormat.of().formatHex(bytes);
        try {
            store(customer, id, keyId, pair.toRSAPublicKey().getEncoded());
            audit(customer, id, "service_account.key_added", keyId, actor);
            return new Result.Made(ServiceAccountKeyFile.of(
                    owner.get().project(),
                    keyId,
                    pem(pair.toRSAPrivateKey().getEncoded()),
                    owner.get().clientEmail(),
                    owner.get().clientId(),
                    publicUrl));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on nothing is given to the key, and what it was given is no good. False where it did not work. */
    @Transactional
    public boolean revoke(CustomerId customer, long id, String keyId, Actor actor) {
        int revoked = jdbc.sql("""
                        update service_account_key set revoked_at = :now
                         where customer_id = :customer and service_account_id = :id and key_id = :key
                           and revoked_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("id", id)
                .param("key", keyId)
                .update();
        if (revoked == 1) {
            audit(customer, id, "service_account.key_revoked", keyId, actor);
        }
        return revoked == 1;
    }

    /** One at a time, or two at once would be one too many. */
    private Optional<Owner> lock(CustomerId customer, long id) {
        return jdbc.sql("""
                        select c.external_id, s.client_email, s.client_id
                          from service_account s
                          join customer c using (customer_id)
                         where s.customer_id = :customer and s.service_account_id = :id
                           for no key update of s
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> new Owner(
                        row.getString("external_id"), row.getString("client_email"), row.getString("client_id")))
                .optional();
    }

    private int count(CustomerId customer, long id, boolean live) {
        return jdbc.sql("""
                        select count(*) from service_account_key
                         where customer_id = :customer and service_account_id = :id
                           and (revoked_at is null or not :live)
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .param("live", live)
                .query(Integer.class)
                .single();
    }

    private void store(CustomerId customer, long id, String keyId, byte[] publicKey) {
        jdbc.sql("""
                        insert into service_account_key (customer_id, service_account_id, key_id, public_key, created_at)
                        values (:customer, :id, :key, :public, :now)
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .param("key", keyId)
                .param("public", publicKey)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void audit(CustomerId customer, long id, String action, String keyId, Actor actor) {
        audit.record(customer, actor, action, "service_account", String.valueOf(id), Map.of("key", keyId));
    }

    /** RFC 7468, 10. */
    private static String pem(byte[] pkcs8) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(pkcs8);
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }
}
