package io.chodae.identity.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.chodae.shared.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that sign tokens, newest first. They are made once, shared by all nodes through the database, and sealed
 * under the master key, which the database does not hold. A newer row takes signing over while the older ones are
 * still published; a row with {@code retired_at} is not.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final String PURPOSE = "signing-key";
    private static final int BITS = 2048;
    private static final Duration READ_ANEW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;
    private final TransactionTemplate transaction;

    private volatile @Nullable Read cached;

    SigningKeys(JdbcClient jdbc, Secrets secrets, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Read(JWKSet keys, Instant at) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    private JWKSet keys() {
        Instant now = clock.instant();
        Read read = cached;
        if (read == null || Duration.between(read.at(), now).abs().compareTo(READ_ANEW) > 0) {
            List<JWK> stored = stored();
            read = new Read(new JWKSet(stored.isEmpty() ? first() : stored), now);
            cached = read;
        }
        return read.keys();
    }

    private List<JWK> stored() {
        return jdbc.sql("""
                        select sealed_jwk
                          from signing_key
                         where retired_at is null
                         order by key_no desc
                        """)
                .query((row, number) -> open(row.getBytes("sealed_jwk")))
                .list();
    }

    /** Nodes that start together wait here for the one that makes the key. */
    private List<JWK> first() {
        return transaction.execute(status -> {
            jdbc.sql("lock table signing_key in exclusive mode").update();
            if (stored().isEmpty()) {
                add();
            }
            return stored();
        });
    }

    /** Makes a new key, which signs from now on. */
    void add() {
        try {
            RSAKey key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            jdbc.sql("""
                            insert into signing_key (key_id, sealed_jwk, created_at)
                            values (:id, :sealed, :now)
                            """)
                    .param("id", key.getKeyID())
                    .param("sealed", secrets.seal(PURPOSE, key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            cached = null;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWK open(byte[] sealed) {
        try {
            return JWK.parse(new String(secrets.open(PURPOSE, sealed), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
