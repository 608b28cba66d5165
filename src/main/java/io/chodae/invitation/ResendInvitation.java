package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends one invitation again, from any state but accepted: a new link, a new time, and the old link is dead. */
@Component
public class ResendInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LinkSecrets links;
    private final Invitations invitations;
    private final CountPresses presses;
    private final RecipientCounts recipients;
    private final SendingTurn turn;
    private final ExpireInvitations expire;
    private final List<Clearance> clearances;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ResendInvitation(
            JdbcClient jdbc,
            Clock clock,
            LinkSecrets links,
            Invitations invitations,
            CountPresses presses,
            RecipientCounts recipients,
            SendingTurn turn,
            ExpireInvitations expire,
            List<Clearance> clearances,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.links = links;
        this.invitations = invitations;
        this.presses = presses;
        this.recipients = recipients;
        this.turn = turn;
        this.expire = expire;
        this.clearances = List.copyOf(clearances);
        this.audit = audit;
        this.events = events;
    }

    /**
     * Sends again.
     *
     * @param lifetime of the new link, from now
     */
    @Transactional
    public ResendResult resend(InvitationId id, Duration lifetime, Actor actor) {
        Optional<Limited> pressed = presses.count(actor);
        if (pressed.isPresent()) {
            return new ResendResult.TooMany(pressed.get());
        }
        turn.take(id.customer());
        Optional<Invitation> found = invitations.lock(id);
        if (found.isEmpty()) {
            return new ResendResult.Gone();
        }
        Invitation old = found.get();
        if (old.state().after(InvitationState.Step.SEND).isEmpty()) {
            return new ResendResult.AlreadyAccepted();
        }
        if (old.state() != InvitationState.INVITED && newerIsOut(old)) {
            return new ResendResult.NewerIsOut();
        }
        for (Clearance clearance : clearances) {
            Optional<Hindrance> hindrance = clearance.hindrance(old);
            if (hindrance.isPresent()) {
                return new ResendResult.Hindered(hindrance.get());
            }
        }
        String recipient = old.email().key();
        Limited enough = recipients.over(id.customer(), List.of(recipient)).get(recipient);
        if (enough != null) {
            return new ResendResult.TooMany(enough);
        }
        recipients.count(id.customer(), List.of(recipient));
        expire.expireAmong(id.customer(), recipient);
        Invitation sent = renew(old, lifetime);
        audit.record(
                id.customer(),
                actor,
                "invitation.sent_again",
                "invitation",
                String.valueOf(id.value()),
                Map.of("email", sent.email().value()));
        events.publishEvent(new InvitationsSent(
                id.customer(),
                sent.sendingId(),
                List.of(new SentInvitation(
                        id.value(), sent.linkNumber(), sent.email(), sent.name(), sent.language()))));
        return new ResendResult.Sent(sent);
    }

    private Invitation renew(Invitation old, Duration lifetime) {
        Instant now = clock.instant();
        InvitationId id = old.id();
        int number = old.linkNumber() + 1;
        jdbc.sql("""
                        insert into retired_link (link_hash, customer_id, invitation_id)
                        select link_hash, customer_id, invitation_id from invitation
                        where customer_id = :customer and invitation_id = :id
                        """)
                .param("customer", id.customer().value())
                .param("id", id.value())
                .update();
        return jdbc.sql("""
                        update invitation i
                        set state = 'INVITED', withdrawn = null, ended_at = null, decline_reason = null,
                            link_number = :number, link_hash = :hash, mails_sent = i.mails_sent + 1,
                            reminders_done = 0, reminded_at = null, link_asked_at = null, link_asked_last = null,
                            sent_at = :now, expires_at = :expires, updated_at = :now
                        where i.customer_id = :customer and i.invitation_id = :id
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("customer", id.customer().value())
                .param("id", id.value())
                .param("number", number)
                .param("hash", links.token(id, number).hash())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(lifetime)))
                .query(InvitationRows::read)
                .single();
    }

    private boolean newerIsOut(Invitation old) {
        return jdbc.sql("""
                        select exists (select 1 from invitation
                                       where customer_id = :customer and email_key = :key and kind = 'BIZ'
                                         and state = 'INVITED' and expires_at > :now and invitation_id <> :id)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", old.id().customer().value())
                .param("key", old.email().key())
                .param("id", old.id().value())
                .query(Boolean.class)
                .single();
    }
}
