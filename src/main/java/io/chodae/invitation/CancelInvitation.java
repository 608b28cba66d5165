package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invitation back: its link is dead at once, and no mail says so. */
@Component
public class CancelInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CancelInvitation(JdbcClient jdbc, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** Whether this call took it back; false where nothing was out any more. */
    @Transactional
    public boolean cancel(InvitationId id, Actor actor) {
        Optional<Invitation> canceled = jdbc.sql("""
                        update invitation i
                        set state = 'NOT_YET_SENT', withdrawn = 'CANCELED', ended_at = :now, updated_at = :now
                        where i.customer_id = :customer and i.invitation_id = :id
                          and i.state = 'INVITED' and i.expires_at > :now
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("customer", id.customer().value())
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(InvitationRows::read)
                .optional();
        canceled.ifPresent(invitation -> {
            audit.record(
                    id.customer(),
                    actor,
                    "invitation.canceled",
                    "invitation",
                    String.valueOf(id.value()),
                    Map.of("email", invitation.email().value()));
            events.publishEvent(new InvitationCanceled(invitation));
        });
        return canceled.isPresent();
    }
}
