package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final RecipientCounts recipients;
    private final List<ClosedRecipients> closed;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SendInvitations(
            JdbcClient jdbc,
            Clock clock,
            LinkSecrets links,
            SendingTurn turn,
            SupersedeInvitations supersede,
            RecipientCounts recipients,
            List<ClosedRecipients> closed,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.links = links;
        this.turn = turn;
        this.supersede = supersede;
        this.recipients = recipients;
        this.closed = List.copyOf(closed);
        this.audit = audit;
        this.events = events;
    }

    /**
     * How a chunk went.
     *
     * @param written invitations of this call
     * @param present people who have an invitation to this offer already, from an earlier try
     * @param held the keys of addresses that have enough invitations for today, and why; whoever is in none of the
     *     three is not written to at all
     */
    public record SendResult(int written, int present, Map<String, Limited> held) {

        public SendResult {
            held = Map.copyOf(held);
        }

        /** With nobody held back. */
        public SendResult(int written, int present) {
            this(written, present, Map.of());
        }
    }

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
        Map<String, Limited> held = new HashMap<>(recipients.over(customer, List.of(keys(invitees))));
        Set<String> known = new HashSet<>(present(customer, offerId, only(invitees, held.keySet())));
        held.keySet().removeAll(known);
        int present = known.size();
        Set<String> closed = closedAmong(customer, invitees);
        List<Invitee> open = without(without(without(invitees, held.keySet()), known), closed);
        Instant now = clock.instant();
        Instant expires = now.plus(lifetime);
        List<SentInvitation> sent = insert(customer, offerId, open, now, expires);
        if (sent.size() < open.size()) {
            List<Invitee> rest = without(open, keysOf(sent));
            Set<String> there = present(customer, offerId, rest);
            present += there.size();
            sent.addAll(anew(customer, offerId, without(rest, there), now, expires));
        }
        if (!sent.isEmpty()) {
            recipients.count(customer, keysOf(sent));
            audit.record(
                    customer,
                    actor,
                    "invitation.sent",
                    "offer",
                    String.valueOf(offerId),
                    Map.of("count", String.valueOf(sent.size())));
            events.publishEvent(new InvitationsSent(customer, offerId, List.copyOf(sent)));
        }
        return new SendResult(sent.size(), present, held);
    }

    /** Whom {@link #send} would hold back now, of these match keys. */
    public Set<String> heldBack(CustomerId customer, Collection<String> emailKeys) {
        return recipients.over(customer, emailKeys).keySet();
    }

    private Set<String> closedAmong(CustomerId customer, List<Invitee> invitees) {
        List<String> keys = List.of(keys(invitees));
        return closed.stream()
                .flatMap(one -> one.among(customer, keys).stream())
                .collect(Collectors.toSet());
    }

    /** People whose older invitation stood in the way of this one. */
    private List<SentInvitation> anew(
            CustomerId customer, long offerId, List<Invitee> invitees, Instant now, Instant expires) {
        if (invitees.isEmpty()) {
            return List.of();
        }
        supersede.replacedBy(customer, offerId, invitees, now);
        List<SentInvitation> sent = insert(customer, offerId, invitees, now, expires);
        if (sent.size() < invitees.size()) {
            throw new IllegalStateException("%d of %d people could not be invited anew"
                    .formatted(invitees.size() - sent.size(), invitees.size()));
        }
        return sent;
    }

    private static List<Invitee> without(List<Invitee> invitees, Set<String> keys) {
        return invitees.stream()
                .filter(invitee -> !keys.contains(invitee.email().key()))
                .toList();
    }

    private static List<Invitee> only(List<Invitee> invitees, Set<String> keys) {
        return invitees.stream()
                .filter(invitee -> keys.contains(invitee.email().key()))
                .toList();
    }

    private static Set<String> keysOf(List<SentInvitation> sent) {
        return sent.stream().map(one -> one.email().key()).collect(Collectors.toSet());
    }

    private Set<String> present(CustomerId customer, long offerId, List<Invitee> invitees) {
        if (invitees.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select k.key
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select from invitation i
                                            where i.customer_id = :customer and i.offer_id = :offer
                                              and i.email_key = k.key
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("keys", keys(invitees))
                .query(String.class)
                .list());
    }

    /**
     * Inserts whoever has neither an invitation to this offer nor one that is alive: the unique indexes tell, and most
     * chunks are strangers to the last.
     */
    private List<SentInvitation> insert(
            CustomerId customer, long offerId, List<Invitee> fresh, Instant now, Instant expires) {
        if (fresh.isEmpty()) {
            return new ArrayList<>();
        }
        List<Long> ids = jdbc.sql("select nextval('invitation_id_seq') as id from generate_series(1, :count)")
                .param("count", fresh.size())
                .query((row, number) -> row.getLong("id"))
                .list();
        NewRows rows = new NewRows(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            InvitationId id = new InvitationId(customer, ids.get(i));
            rows.set(i, id, fresh.get(i), links.token(id, 1).hash());
        }
        Set<Long> inserted = new HashSet<>(jdbc.sql("""
                        insert into invitation (customer_id, invitation_id, offer_id, email, email_key, name, phone,
                                                extra_info, language, state, link_number, link_hash, mails_sent,
                                                sent_at, expires_at, created_at, updated_at)
                        select :customer, t.id, :offer, t.email, t.email_key, t.name, t.phone,
                               t.extra_info, t.language, 'INVITED', 1, t.link_hash, 1,
                               :now, :expires, :now, :now
                        from unnest(:ids::bigint[], :emails::text[], :keys::text[], :names::text[], :phones::text[],
                                    :extras::text[], :languages::text[], :hashes::bytea[])
                             as t (id, email, email_key, name, phone, extra_info, language, link_hash)
                        on conflict do nothing
                        returning invitation_id
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .params(rows.params())
                .query((row, number) -> row.getLong(1))
                .list());
        return rows.sent(fresh, inserted);
    }

    /** In one order, so that whoever locks by them waits for others and never deadlocks. */
    static String[] keys(Collection<Invitee> invitees) {
        return invitees.stream().map(invitee -> invitee.email().key()).sorted().toArray(String[]::new);
    }
}
