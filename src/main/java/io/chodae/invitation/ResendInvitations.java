package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends many invitations again, by the rules of {@link ResendInvitation} and with a few statements for all of them. */
@Component
public class ResendInvitations {

    private final JdbcClient jdbc;
    private final LinkSecrets links;
    private final BulkRows rows;
    private final RecipientCounts recipients;
    private final SendingTurn turn;
    private final ExpireInvitations expire;
    private final List<Clearance> clearances;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ResendInvitations(
            JdbcClient jdbc,
            LinkSecrets links,
            BulkRows rows,
            RecipientCounts recipients,
            SendingTurn turn,
            ExpireInvitations expire,
            List<Clearance> clearances,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.links = links;
        this.rows = rows;
        this.recipients = recipients;
        this.turn = turn;
        this.expire = expire;
        this.clearances = List.copyOf(clearances);
        this.audit = audit;
        this.events = events;
    }

    /**
     * In the caller's transaction. Of two invitations of one address, neither of them open, the newer one is sent.
     *
     * @param ids a thousand or so
     * @param cause subject of the audit row: what this is a part of
     * @return what became of each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, BulkOutcome> resend(
            CustomerId customer, List<Long> ids, Duration lifetime, Actor actor, BulkCause cause) {
        Map<Long, BulkOutcome> outcomes = new HashMap<>();
        ids.forEach(id -> outcomes.put(id, BulkOutcome.GONE));
        turn.take(customer);
        Map<Long, Long> insteadOf = new HashMap<>();
        List<Invitation> free = passRules(rows.lock(customer, ids), customer, outcomes, insteadOf);
        // before seats are given, so that nobody takes one in vain
        free = withinLimits(customer, free, outcomes);
        if (!free.isEmpty()) {
            expire.expireAmong(
                    customer,
                    free.stream()
                            .map(one -> one.email().key())
                            .distinct()
                            .sorted()
                            .toArray(String[]::new));
            for (Clearance clearance : clearances) {
                Map<Long, Hindrance> hindrances = clearance.hindrances(customer, free);
                hindrances.forEach((id, hindrance) -> outcomes.put(id, BulkOutcome.of(hindrance)));
                free = free.stream()
                        .filter(one -> !hindrances.containsKey(one.id().value()))
                        .toList();
            }
            if (!free.isEmpty()) {
                recipients.count(
                        customer, free.stream().map(one -> one.email().key()).collect(Collectors.toSet()));
            }
            List<Invitation> sent = renew(customer, free, lifetime);
            sent.forEach(one -> outcomes.put(one.id().value(), BulkOutcome.DONE));
            say(customer, sent, actor, cause);
        }
        insteadOf.forEach((older, newer) -> outcomes.put(older, insteadOf(outcomes.get(newer))));
        return outcomes;
    }

    /** Of one that stood back for a newer one of its address: what hinders that one hinders both. */
    private static BulkOutcome insteadOf(@Nullable BulkOutcome newer) {
        return newer == null || newer == BulkOutcome.DONE ? BulkOutcome.NEWER_OUT : newer;
    }

    /**
     * What {@link ResendInvitation} asks of the invitation itself; newest first, so that the newest of an address wins.
     *
     * @param insteadOf filled with those that stood back, and the newer one of each
     */
    private List<Invitation> passRules(
            List<Invitation> locked, CustomerId customer, Map<Long, BulkOutcome> outcomes, Map<Long, Long> insteadOf) {
        Map<String, Long> chosen = new HashMap<>();
        Set<String> taken = new HashSet<>(rows.keysAliveElsewhere(customer, locked));
        locked.stream()
                .filter(one -> one.state() == InvitationState.INVITED)
                .forEach(one -> taken.add(one.email().key()));
        return locked.stream()
                .sorted(Comparator.comparingLong((Invitation one) -> one.id().value())
                        .reversed())
                .filter(one -> {
                    if (one.state().after(InvitationState.Step.SEND).isEmpty()) {
                        outcomes.put(one.id().value(), BulkOutcome.ACCEPTED);
                        return false;
                    }
                    if (one.state() != InvitationState.INVITED
                            && !taken.add(one.email().key())) {
                        outcomes.put(one.id().value(), BulkOutcome.NEWER_OUT);
                        Long newer = chosen.get(one.email().key());
                        if (newer != null) {
                            insteadOf.put(one.id().value(), newer);
                        }
                        return false;
                    }
                    chosen.put(one.email().key(), one.id().value());
                    return true;
                })
                .toList();
    }

    /** Those whose address may get another mail today. */
    private List<Invitation> withinLimits(CustomerId customer, List<Invitation> free, Map<Long, BulkOutcome> outcomes) {
        Set<String> enough = recipients
                .over(customer, free.stream().map(one -> one.email().key()).toList())
                .keySet();
        List<Invitation> within =
                free.stream().filter(one -> !enough.contains(one.email().key())).toList();
        free.stream()
                .filter(one -> enough.contains(one.email().key()))
                .forEach(one -> outcomes.put(one.id().value(), BulkOutcome.HELD_BACK));
        return within;
    }

    private List<Invitation> renew(CustomerId customer, List<Invitation> old, Duration lifetime) {
        if (old.isEmpty()) {
            return List.of();
        }
        Long[] ids = old.stream().map(one -> one.id().value()).toArray(Long[]::new);
        jdbc.sql("""
                        insert into retired_link (link_hash, customer_id, invitation_id)
                        select link_hash, customer_id, invitation_id from invitation
                        where customer_id = :customer and invitation_id = any(:ids)
                        """).param("customer", customer.value()).param("ids", ids).update();
        Timestamp now = rows.now();
        Instant expires = now.toInstant().plus(lifetime);
        return jdbc.sql("""
                        update invitation i
                        set state = 'INVITED', withdrawn = null, ended_at = null, decline_reason = null,
                            link_number = t.number, link_hash = t.hash, mails_sent = i.mails_sent + 1,
                            reminders_done = 0, reminded_at = null, link_asked_at = null, link_asked_last = null,
                            sent_at = :now, expires_at = :expires, updated_at = :now
                        from unnest(:ids::bigint[], :numbers::int[], :hashes::bytea[]) as t (id, number, hash)
                        where i.customer_id = :customer and i.invitation_id = t.id
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("customer", customer.value())
                .param("ids", ids)
                .param("numbers", old.stream().map(one -> one.linkNumber() + 1).toArray(Integer[]::new))
                .param(
                        "hashes",
                        old.stream()
                                .map(one -> links.token(one.id(), one.linkNumber() + 1)
                                        .hash())
                                .toArray(byte[][]::new))
                .param("now", now)
                .param("expires", Timestamp.from(expires))
                .query(InvitationRows::read)
                .list();
    }

    private void say(CustomerId customer, List<Invitation> sent, Actor actor, BulkCause cause) {
        if (sent.isEmpty()) {
            return;
        }
        audit.record(
                customer,
                actor,
                "invitation.sent_again",
                cause.subjectType(),
                cause.subjectId(),
                Map.of("count", String.valueOf(sent.size())));
        sent.stream()
                .collect(Collectors.groupingBy(Invitation::sendingId, TreeMap::new, Collectors.toList()))
                .forEach((sending, of) -> events.publishEvent(new InvitationsSent(
                        customer,
                        sending,
                        of.stream()
                                .map(one -> new SentInvitation(
                                        one.id().value(), one.linkNumber(), one.email(), one.name(), one.language()))
                                .toList())));
    }
}
