package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.CustomerId;
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
import org.springframework.transaction.support.TransactionTemplate;

/** Mails a colleague a new link; the one before it works no more. */
@Component
public class ResendOperatorInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final OperatorInvitations invitations;
    private final CountColleagueMails mails;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    ResendOperatorInvitation(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            OperatorInvitations invitations,
            CountColleagueMails mails,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.invitations = invitations;
        this.mails = mails;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    public ResendOperatorResult resend(CustomerId customer, long invitationId, Actor actor) {
        Optional<OperatorInvitation> open =
                invitations.byIds(customer, List.of(invitationId)).stream().findFirst();
        if (open.isEmpty()) {
            return new ResendOperatorResult.Gone();
        }
        Optional<Duration> pause = mails.count(actor, open.get().email());
        if (pause.isPresent()) {
            return new ResendOperatorResult.TooMany(pause.get());
        }
        return transaction.execute(status -> resend(open.get(), actor));
    }

    private ResendOperatorResult resend(OperatorInvitation open, Actor actor) {
        if (!renew(open, actor)) {
            return new ResendOperatorResult.Gone();
        }
        OperatorInvitation sent =
                invitations.byIds(open.customer(), List.of(open.id())).getFirst();
        audit.record(
                sent.customer(),
                actor,
                "operator.invited_again",
                "operator-invitation",
                Long.toString(sent.id()),
                Map.of("email", sent.email().value(), "role", sent.role().name()));
        Optional<Account> account = accounts.findByEmail(sent.email());
        events.publishEvent(new OperatorInvited(
                sent.customer(),
                sent.id(),
                sent.linkNumber(),
                sent.email(),
                account.map(Account::name).orElse(""),
                account.map(Account::language).orElse(sent.language())));
        return new ResendOperatorResult.Sent(sent);
    }

    /** False where somebody else was quicker. */
    private boolean renew(OperatorInvitation known, Actor actor) {
        Instant now = clock.instant();
        int next = known.linkNumber() + 1;
        return jdbc.sql("""
                        update operator_invitation
                           set link_number = :next, link_hash = :hash, invited_by = :by, sent_at = :now,
                               expires_at = :expiresAt
                         where customer_id = :customer and invitation_id = :id and ended_at is null
                           and link_number = :known
                        """)
                        .param("next", next)
                        .param(
                                "hash",
                                invitations
                                        .token(known.customer(), known.id(), next)
                                        .hash())
                        .param("by", actor.label())
                        .param("now", Timestamp.from(now))
                        .param("expiresAt", Timestamp.from(now.plus(InviteOperator.LIFETIME)))
                        .param("customer", known.customer().value())
                        .param("id", known.id())
                        .param("known", known.linkNumber())
                        .update()
                == 1;
    }
}
