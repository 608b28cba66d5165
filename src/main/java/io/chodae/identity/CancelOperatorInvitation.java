package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invitation of a colleague back: its link works no more. */
@Component
public class CancelOperatorInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    CancelOperatorInvitation(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** The address; empty where this customer has no such invitation, or it is over. */
    @Transactional
    public Optional<String> cancel(CustomerId customer, long invitationId, Actor actor) {
        Optional<String> email = jdbc.sql("""
                        update operator_invitation
                           set ended_at = :now, outcome = 'CANCELED'
                         where customer_id = :customer and invitation_id = :id and ended_at is null
                        returning email
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("id", invitationId)
                .query(String.class)
                .optional();
        email.ifPresent(address -> audit.record(
                customer,
                actor,
                "operator.invitation_canceled",
                "operator-invitation",
                Long.toString(invitationId),
                Map.of("email", address)));
        return email;
    }
}
