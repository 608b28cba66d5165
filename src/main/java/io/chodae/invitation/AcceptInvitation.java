package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts. One conditional update decides who wins; everything that must be true with it is checked and written in its
 * transaction.
 */
@Component
public class AcceptInvitation {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Admission> admissions;
    private final ExplainRefusal explain;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AcceptInvitation(
            JdbcClient jdbc,
            Clock clock,
            List<Admission> admissions,
            ExplainRefusal explain,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.admissions = List.copyOf(admissions);
        this.explain = explain;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Accepts for a signed-in account.
     *
     * @param ownsAddress whether {@code accountEmail} was proven to be the account's before
     */
    public AcceptResult accept(LinkToken token, AccountId account, EmailAddress accountEmail, boolean ownsAddress) {
        AcceptResult result = transaction.execute(status -> {
            Optional<Invitation> won = win(token, account);
            if (won.isEmpty()) {
                return new AcceptResult.Refused(Refusal.UNKNOWN);
            }
            Invitation invitation = won.get();
            for (Admission admission : admissions) {
                Optional<Refusal> refusal = admission.admit(invitation, account, accountEmail, ownsAddress);
                if (refusal.isPresent()) {
                    status.setRollbackOnly();
                    return new AcceptResult.Refused(refusal.get());
                }
            }
            audit.record(
                    invitation.id().customer(),
                    Actor.account(account, accountEmail.value()),
                    "invitation.accepted",
                    "invitation",
                    String.valueOf(invitation.id().value()),
                    Map.of("email", invitation.email().value()));
            events.publishEvent(new InvitationAccepted(invitation, account));
            return new AcceptResult.Accepted(invitation);
        });
        return result instanceof AcceptResult.Refused refused && refused.reason() == Refusal.UNKNOWN
                ? new AcceptResult.Refused(explain.refusal(token, account))
                : result;
    }

    private Optional<Invitation> win(LinkToken token, AccountId account) {
        return jdbc.sql("""
                        update invitation i
                        set state = 'ACCEPTED', accepted_by = :account, ended_at = :now, updated_at = :now,
                            went_on_at = coalesce(i.went_on_at, :now)
                        where i.link_hash = :hash and i.state = 'INVITED' and i.expires_at > :now
                        returning
                        """ + InvitationRows.COLUMNS)
                .param("hash", token.hash())
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(InvitationRows::read)
                .optional();
    }
}
