package io.chodae.playclient;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.identity.ClientSecrets;
import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a Play a new secret. The one before works for another day, so that the Play can change over at its leisure. */
@Component
public class RenewPlaySecret {

    /** How long the secret before still works. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    RenewPlaySecret(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * The new secret, to be shown once; it is kept nowhere. A secret from before the last one stops working.
     *
     * @param secretNo of the secret that the operator saw; empty where it is not the newest, as when a form is sent twice
     */
    @Transactional
    public Optional<String> renew(CustomerId customer, long playId, int secretNo, Actor actor) {
        String secret = ClientSecrets.make(random);
        Instant now = clock.instant();
        int renewed = jdbc.sql("""
                        update play_client
                        set old_secret_hash = secret_hash, old_secret_until = :until, secret_hash = :hash,
                            secret_no = secret_no + 1, secret_made_at = :now
                        where customer_id = :customer and play_id = :play and secret_no = :no
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("no", secretNo)
                .param("hash", ClientSecrets.hash(secret))
                .param("until", Timestamp.from(now.plus(OVERLAP)))
                .param("now", Timestamp.from(now))
                .update();
        if (renewed == 0) {
            return Optional.empty();
        }
        audit.record(customer, actor, "play.client_secret_renewed", "play", String.valueOf(playId), Map.of());
        return Optional.of(secret);
    }

    /** Ends the secret before the newest one now. False where there is none. */
    @Transactional
    public boolean endOld(CustomerId customer, long playId, Actor actor) {
        int ended = jdbc.sql("""
                        update play_client set old_secret_hash = null, old_secret_until = null
                        where customer_id = :customer and play_id = :play and old_secret_until > :now
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (ended == 1) {
            audit.record(customer, actor, "play.client_old_secret_ended", "play", String.valueOf(playId), Map.of());
        }
        return ended == 1;
    }
}
