package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the invitations of one chunk of people and gives each a live link. The same person again for the same offer
 * is passed over, so that a chunk may be repeated after a crash.
 */
@Component
public class SendInvitations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LinkSecrets links;
    private final SendingTurn turn;
    private final SupersedeInvitations supersede;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SendInvitations(
            JdbcClient jdbc,
            Clock clock,
            LinkSecrets links,
            SendingTurn turn,
            SupersedeInvitations supersede,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.links = links;
        this.turn = turn;
        this.supersede = supersede;
        this.audit = audit;
        this.events = events;
    }

    /**
     * How a chunk went.
     *
     * @param written invitations of this call
     * @param present people who have an invitation to this offer already, from an earlier try
     */
    public record SendResult(int written, int present) {}

    /**
     * Sends in the caller's transaction; an older invitation of the same address that is still out loses its link.
     *
     * @param invitees a thousand or so, each address once
     * @param lifetime how long the links live
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SendResult send(CustomerId customer, long offerId, List<Invitee> invitees, Duration lifetime, Actor actor) {
        if (invitees.isEmpty()) {
            return new SendResult(0, 0);
        }
        turn.take(customer);
        Instant now = clock.instant();
        Set<String> present = present(customer, offerId, invitees);
        List<Invitee> fresh = invitees.stream()
                .filter(invitee -> !present.contains(invitee.email().key()))
                .toList();
        if (!fresh.isEmpty()) {
            supersede.replacedBy(customer, offerId, fresh, now);
            List<SentInvitation> sent = insert(customer, offerId, fresh, now, now.plus(lifetime));
            audit.record(
                    customer,
                    actor,
                    "invitation.sent",
                    "offer",
                    String.valueOf(offerId),
                    Map.of("count", String.valueOf(sent.size())));
            events.publishEvent(new InvitationsSent(customer, offerId, sent));
        }
        return new SendResult(fresh.size(), present.size());
    }

    private Set<String> present(CustomerId customer, long offerId, List<Invitee> invitees) {
        return new HashSet<>(jdbc.sql("""
                        select email_key from invitation
                        where customer_id = :customer and offer_id = :offer and email_key = any(:keys)
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("keys", keys(invitees))
                .query(String.class)
                .list());
    }

    private List<SentInvitation> insert(
            CustomerId customer, long offerId, List<Invitee> fresh, Instant now, Instant expires) {
        List<Long> ids = jdbc.sql("select nextval('invitation_id_seq') as id from generate_series(1, :count)")
                .param("count", fresh.size())
                .query((row, number) -> row.getLong("id"))
                .list();
        NewRows rows = new NewRows(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            InvitationId id = new InvitationId(customer, ids.get(i));
            rows.set(i, id, fresh.get(i), links.token(id, 1).hash());
        }
        jdbc.sql("""
                        insert into invitation (customer_id, invitation_id, offer_id, email, email_key, name, phone,
                                                extra_info, language, state, link_number, link_hash, mails_sent,
                                                sent_at, expires_at, created_at, updated_at)
                        select :customer, t.id, :offer, t.email, t.email_key, t.name, t.phone,
                               t.extra_info, t.language, 'INVITED', 1, t.link_hash, 1,
                               :now, :expires, :now, :now
                        from unnest(:ids::bigint[], :emails::text[], :keys::text[], :names::text[], :phones::text[],
                                    :extras::text[], :languages::text[], :hashes::bytea[])
                             as t (id, email, email_key, name, phone, extra_info, language, link_hash)
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .params(rows.params())
                .update();
        return rows.sent(fresh);
    }

    static String[] keys(List<Invitee> invitees) {
        return invitees.stream().map(invitee -> invitee.email().key()).toArray(String[]::new);
    }
}
