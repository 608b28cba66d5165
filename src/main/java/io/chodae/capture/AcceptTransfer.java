package io.chodae.capture;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.TransferResult.Accepted;
import io.chodae.capture.TransferResult.OtherAccount;
import io.chodae.capture.TransferResult.Refused;
import io.chodae.directory.Customers;
import io.chodae.directory.ManageAccount;
import io.chodae.directory.VerifiedDomains;
import io.chodae.shared.AccountId;
import io.chodae.shared.LinkToken;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes an account managed by its person's own will. The account is taken first, then the invitation: each by one
 * conditional update, and where either is lost, nothing has happened.
 */
@Component
public class AcceptTransfer {

    private final TransactionTemplate transaction;
    private final OpenTransfer open;
    private final Listing listing;
    private final Customers customers;
    private final VerifiedDomains domains;
    private final ManageAccount manage;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AcceptTransfer(
            TransactionTemplate transaction,
            OpenTransfer open,
            Listing listing,
            Customers customers,
            VerifiedDomains domains,
            ManageAccount manage,
            JdbcClient jdbc,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transaction = transaction;
        this.open = open;
        this.listing = listing;
        this.customers = customers;
        this.domains = domains;
        this.manage = manage;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Accepts for the account that is signed in: only the very one that was asked can. */
    public TransferResult accept(LinkToken token, AccountId signedIn) {
        OpenedTransfer opened = open.byToken(token);
        if (!(opened instanceof Live live)) {
            return new Refused(opened);
        }
        Transfer transfer = live.transfer();
        if (!transfer.account().equals(signedIn)) {
            return new OtherAccount();
        }
        boolean won = transaction.execute(status -> {
            boolean done = win(token, transfer);
            if (!done) {
                status.setRollbackOnly();
            }
            return done;
        });
        return won ? new Accepted(transfer) : new Refused(open.byToken(token));
    }

    private boolean win(LinkToken token, Transfer transfer) {
        Actor actor = Actor.account(transfer.account(), transfer.email().value());
        listing.shareDomainsOf(List.of(transfer.account()));
        boolean may = !customers.isSuspended(transfer.customer())
                && domains.holder(transfer.email().domain())
                        .filter(transfer.customer()::equals)
                        .isPresent();
        if (!may || !manage.manage(transfer.account(), transfer.customer(), actor) || !take(token, transfer)) {
            return false;
        }
        audit.record(
                transfer.customer(),
                actor,
                "user_invitation.accepted",
                UserInvitationTrail.SUBJECT,
                String.valueOf(transfer.userInvitationId()),
                Map.of("email", transfer.email().value()));
        events.publishEvent(new UserInvitationAccepted(transfer));
        return true;
    }

    private boolean take(LinkToken token, Transfer transfer) {
        return jdbc.sql("""
                        update user_invitation set state = 'ACCEPTED', ended_at = :now, updated_at = :now
                        where customer_id = :customer and link_hash = :hash and account_id = :account
                          and state = 'INVITED'
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("customer", transfer.customer().value())
                        .param("hash", token.hash())
                        .param("account", transfer.account().value())
                        .update()
                == 1;
    }
}
