package io.chodae.playclient;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.identity.ClientTokens;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an owner does with a registered Play afterwards, its secrets aside. */
@Component
public class ChangePlayClient {

    private final JdbcClient jdbc;
    private final ClientTokens tokens;
    private final AuditTrail audit;

    ChangePlayClient(JdbcClient jdbc, ClientTokens tokens, AuditTrail audit) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.audit = audit;
    }

    /** How saving the addresses ended. */
    public sealed interface Result {

        /** Stored. */
        record Saved() implements Result {}

        /** Nothing was stored. */
        record Faults(List<ClientFault> faults) implements Result {}

        /** The Play is not registered. */
        record Gone() implements Result {}
    }

    /** Puts these addresses in place of those before. */
    @Transactional
    public Result addresses(CustomerId customer, long playId, ClientAddresses addresses, Actor actor) {
        List<ClientFault> faults = addresses.faults();
        if (!faults.isEmpty()) {
            return new Result.Faults(faults);
        }
        int changed = jdbc.sql("""
                        update play_client
                        set redirect_uris = :redirect::text[], post_logout_redirect_uris = :postLogout::text[]
                        where customer_id = :customer and play_id = :play
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("redirect", addresses.redirectUris().toArray(String[]::new))
                .param("postLogout", addresses.postLogoutRedirectUris().toArray(String[]::new))
                .update();
        if (changed == 0) {
            return new Result.Gone();
        }
        Map<String, String> details = Map.of("redirects", String.join(" ", addresses.redirectUris()));
        audit.record(customer, actor, "play.client_changed", "play", String.valueOf(playId), details);
        return new Result.Saved();
    }

    /** Switches sign-in on or off; off, everybody is signed out of the Play. False where nothing changed. */
    @Transactional
    public boolean enable(CustomerId customer, long playId, boolean enabled, Actor actor) {
        Optional<String> client = jdbc.sql("""
                        update play_client set enabled = :enabled
                        where customer_id = :customer and play_id = :play and enabled <> :enabled
                        returning client_id
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("enabled", enabled)
                .query(String.class)
                .optional();
        if (client.isEmpty()) {
            return false;
        }
        if (!enabled) {
            tokens.endAll(client.get());
        }
        String action = enabled ? "play.client_enabled" : "play.client_disabled";
        audit.record(customer, actor, action, "play", String.valueOf(playId), Map.of("client", client.get()));
        return true;
    }

    /** Forgets the registration; its id and secrets never work again. False where there is none. */
    @Transactional
    public boolean remove(CustomerId customer, long playId, Actor actor) {
        Optional<String> client = jdbc.sql("""
                        delete from play_client where customer_id = :customer and play_id = :play returning client_id
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .query(String.class)
                .optional();
        if (client.isEmpty()) {
            return false;
        }
        tokens.endAll(client.get());
        audit.record(
                customer, actor, "play.client_removed", "play", String.valueOf(playId), Map.of("client", client.get()));
        return true;
    }
}
