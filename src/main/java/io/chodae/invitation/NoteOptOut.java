package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes with the invitation that is out that its person wants no more mails of this customer. It stays what it is: who
 * stops mails has neither accepted nor declined, and the link that they have works on.
 */
@Component
public class NoteOptOut {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    NoteOptOut(JdbcClient jdbc, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** In the transaction in which the mails were stopped. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(CustomerId customer, EmailAddress email) {
        jdbc.sql("select " + InvitationRows.COLUMNS + """
                        from invitation i
                        where i.customer_id = :customer and i.email_key = :key
                          and i.state = 'INVITED' and i.expires_at > :now
                        """)
                .param("customer", customer.value())
                .param("key", email.key())
                .param("now", Timestamp.from(clock.instant()))
                .query(InvitationRows::read)
                .list()
                .forEach(invitation -> tell(invitation, email));
    }

    private void tell(Invitation invitation, EmailAddress email) {
        audit.record(
                invitation.id().customer(),
                new Actor(null, email.value()),
                "invitation.mails_stopped",
                "invitation",
                String.valueOf(invitation.id().value()),
                Map.of("email", email.value()));
        events.publishEvent(new InviteeOptedOut(invitation));
    }
}
