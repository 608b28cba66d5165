package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes many invitations of one offer back, as {@link CancelInvitation} does one. */
@Component
public class CancelInvitations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CancelInvitations(JdbcClient jdbc, Clock clock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /**
     * In the caller's transaction. Whoever has a newer link by now, or has answered, is left alone.
     *
     * @param linkNumbers by invitation id, a thousand or so: the link that is to be dead
     * @return how many were taken back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int cancel(CustomerId customer, long offerId, Map<Long, Integer> linkNumbers, Actor actor) {
        if (linkNumbers.isEmpty()) {
            return 0;
        }
        List<Long> ids = new ArrayList<>(linkNumbers.keySet());
        List<Invitation> canceled = jdbc.sql("""
                        update invitation i
                        set state = 'NOT_YET_SENT', withdrawn = 'CANCELED', ended_at = :now, updated_at = :now
                        from (select o.invitation_id
                              from invitation o
                              join unnest(:ids::bigint[], :numbers::int[]) as t (id, number)
                                on o.invitation_id = t.id and o.link_number = t.number
                              where o.customer_id = :customer and o.offer_id = :offer
                                and o.invitation_id = any(:ids) and o.state = 'INVITED' and o.expires_at > :now
                              order by o.email_key
                              for update of o) as gone
                        where i.customer_id = :customer and i.invitation_id = gone.invitation_id
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("ids", ids.toArray(Long[]::new))
                .param("numbers", ids.stream().map(linkNumbers::get).toArray(Integer[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(InvitationRows::read)
                .list();
        if (!canceled.isEmpty()) {
            audit.record(
                    customer,
                    actor,
                    "invitation.canceled",
                    "offer",
                    String.valueOf(offerId),
                    Map.of("count", String.valueOf(canceled.size())));
            canceled.forEach(invitation -> events.publishEvent(new InvitationCanceled(invitation)));
        }
        return canceled.size();
    }
}
