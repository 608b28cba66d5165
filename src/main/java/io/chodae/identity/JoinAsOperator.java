package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A colleague follows the link. It joins the account of the invited address and no other; whoever holds the link reads
 * that address's mail, so it proves the address as well as another mail would.
 */
@Component
public class JoinAsOperator {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final Operators operators;
    private final OperatorInvitations invitations;
    private final AuditTrail audit;

    JoinAsOperator(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            Operators operators,
            OperatorInvitations invitations,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.accounts = accounts;
        this.operators = operators;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Uses the link up, and writes the membership and what the link proved, all together. */
    @Transactional
    public JoinResult join(LinkToken token, Account account) {
        Optional<OperatorInvitation> found = invitations.byToken(token);
        if (found.isEmpty()) {
            return new JoinResult.DeadLink();
        }
        OperatorInvitation invitation = found.get();
        if (!invitation.email().key().equals(account.email().key())) {
            return new JoinResult.OtherAddress();
        }
        if (!use(invitation, token)) {
            return new JoinResult.DeadLink();
        }
        Actor actor = Actor.account(account.id(), account.email().value());
        if (!account.emailVerified()) {
            accounts.markVerified(account.id());
            audit.record(
                    CustomerId.HOUSE,
                    actor,
                    "account.email-verified",
                    "account",
                    Long.toString(account.id().value()),
                    Map.of("by", "invitation"));
        }
        if (!operators.join(invitation.customer(), account.id(), invitation.role())) {
            return new JoinResult.AlreadyThere(invitation.customer());
        }
        audit.record(
                invitation.customer(),
                actor,
                "operator.joined",
                "operator",
                Long.toString(account.id().value()),
                Map.of(
                        "email", account.email().value(),
                        "role", invitation.role().name(),
                        "by", invitation.invitedBy()));
        return new JoinResult.Joined(invitation.customer(), invitation.customerName());
    }

    /** True for exactly one caller, and only for the link that was mailed last, while it is alive. */
    private boolean use(OperatorInvitation invitation, LinkToken token) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update operator_invitation
                           set ended_at = :now, outcome = 'JOINED'
                         where customer_id = :customer and invitation_id = :id and link_hash = :hash
                           and ended_at is null and expires_at > :now
                        """)
                        .param("now", now)
                        .param("customer", invitation.customer().value())
                        .param("id", invitation.id())
                        .param("hash", token.hash())
                        .update()
                == 1;
    }
}
