package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes many open invitations back, of whatever sending, as {@link CancelInvitation} does one. */
@Component
public class CancelMany {

    private final JdbcClient jdbc;
    private final BulkRows rows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CancelMany(JdbcClient jdbc, BulkRows rows, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
    }

    /**
     * In the caller's transaction.
     *
     * @param ids a thousand or so
     * @return what became of each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, BulkOutcome> cancel(CustomerId customer, List<Long> ids, Actor actor, BulkCause cause) {
        Map<Long, BulkOutcome> outcomes = new HashMap<>();
        ids.forEach(id -> outcomes.put(id, BulkOutcome.GONE));
        List<Invitation> locked = rows.lock(customer, ids);
        locked.forEach(one -> outcomes.put(one.id().value(), outcome(one.state())));
        List<Invitation> canceled = jdbc.sql("""
                        update invitation i
                        set state = 'NOT_YET_SENT', withdrawn = 'CANCELED', ended_at = :now, updated_at = :now
                        where i.customer_id = :customer and i.invitation_id = any(:ids)
                          and i.state = 'INVITED' and i.expires_at > :now
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("now", rows.now())
                .query(InvitationRows::read)
                .list();
        if (!canceled.isEmpty()) {
            audit.record(
                    customer,
                    actor,
                    "invitation.canceled",
                    cause.subjectType(),
                    cause.subjectId(),
                    Map.of("count", String.valueOf(canceled.size())));
            canceled.forEach(invitation -> {
                outcomes.put(invitation.id().value(), BulkOutcome.DONE);
                events.publishEvent(new InvitationCanceled(invitation));
            });
        }
        return outcomes;
    }

    private static BulkOutcome outcome(InvitationState state) {
        return state == InvitationState.ACCEPTED ? BulkOutcome.ACCEPTED : BulkOutcome.ENDED;
    }
}
