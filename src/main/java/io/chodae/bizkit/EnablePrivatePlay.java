package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Switches a Private Play on or off for everybody at once. */
@Component
public class EnablePrivatePlay {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    EnablePrivatePlay(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /** Whether this call changed anything. */
    @Transactional
    public boolean enable(CustomerId customer, long playId, boolean enabled, Actor actor) {
        int changed = jdbc.sql("""
                        update private_play set enabled = :enabled
                        where customer_id = :customer and play_id = :play and enabled <> :enabled
                        """)
                .param("customer", customer.value())
                .param("play", playId)
                .param("enabled", enabled)
                .update();
        if (changed == 1) {
            String action = enabled ? "play.enabled" : "play.disabled";
            audit.record(customer, actor, action, "play", String.valueOf(playId), Map.of());
            if (!enabled) {
                events.publishEvent(new PlayDisabled(customer, playId));
            }
        }
        return changed == 1;
    }
}
