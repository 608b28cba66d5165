package io.chodae.playclient;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.identity.ClientSecrets;
import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets people sign in to a Play through this server. */
@Component
public class RegisterPlayClient {

    private static final int ID_BYTES = 12;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final RandomGenerator random = new SecureRandom();

    RegisterPlayClient(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How it ended. */
    public sealed interface Result {

        /**
         * Stored.
         *
         * @param secret to be shown once; it is kept nowhere
         */
        record Registered(String clientId, String secret) implements Result {

            /** Without the secret, whoever prints it. */
            @Override
            public String toString() {
                return "Registered[" + clientId + "]";
            }
        }

        /** Nothing was stored. */
        record Faults(List<ClientFault> faults) implements Result {}

        /** The Play is registered already; its secret cannot be shown again. */
        record Already() implements Result {}

        /** This customer has no such Play. */
        record Gone() implements Result {}
    }

    /** Registers one of this customer's Plays. */
    @Transactional
    public Result register(CustomerId customer, long playId, ClientAddresses addresses, Actor actor) {
        List<ClientFault> faults = addresses.faults();
        if (!faults.isEmpty()) {
            return new Result.Faults(faults);
        }
        String clientId = clientId();
        String secret = ClientSecrets.make(random);
        int stored = jdbc.sql("""
                        insert into play_client (customer_id, play_id, client_id, redirect_uris,
                                                 post_logout_redirect_uris, secret_hash, secret_made_at, created_at)
                        select p.customer_id, p.play_id, :client, :redirect::text[], :postLogout::text[], :hash, :now, :now
                        from private_play p
                        where p.customer_id = :customer and p.play_id = :play
                        on conflict (customer_id, play_id) do nothing
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("client", clientId)
                .param("redirect", addresses.redirectUris().toArray(String[]::new))
                .param("postLogout", addresses.postLogoutRedirectUris().toArray(String[]::new))
                .param("hash", ClientSecrets.hash(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (stored == 0) {
            return isRegistered(customer, playId) ? new Result.Already() : new Result.Gone();
        }
        audit.record(
                customer,
                actor,
                "play.client_registered",
                "play",
                String.valueOf(playId),
                Map.of("client", clientId, "redirects", String.join(" ", addresses.redirectUris())));
        return new Result.Registered(clientId, secret);
    }

    private boolean isRegistered(CustomerId customer, long playId) {
        return jdbc.sql("""
                        select exists (select 1 from play_client where customer_id = :customer and play_id = :play)
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .query(Boolean.class)
                .single();
    }

    private String clientId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return "play-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
