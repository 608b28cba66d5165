package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A person proves an address by a mailed link. Opening the link changes nothing; the button behind it does. */
@Component
public class VerifyEmail {

    private final AccountLinkStore links;
    private final Accounts accounts;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    VerifyEmail(
            AccountLinkStore links,
            Accounts accounts,
            Throttle throttle,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.links = links;
        this.accounts = accounts;
        this.throttle = throttle;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /** Whether the link would still work. Changes nothing. */
    public boolean isAlive(LinkToken token) {
        return links.isAlive(LinkPurpose.VERIFY, token);
    }

    /** Uses the link up and notes that the address is proven. */
    @Transactional
    public VerificationResult verify(LinkToken token) {
        Optional<Account> owner = links.owner(LinkPurpose.VERIFY, token).flatMap(accounts::find);
        if (owner.isEmpty() || !links.use(LinkPurpose.VERIFY, token)) {
            return new VerificationResult.DeadLink();
        }
        AccountId id = owner.get().id();
        links.endAll(LinkPurpose.VERIFY, id);
        accounts.markVerified(id);
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, owner.get().email().value()),
                "account.email-verified",
                "account",
                Long.toString(id.value()),
                Map.of());
        return new VerificationResult.Verified(id);
    }

    /** Asks for the mail once more. The earlier link lives on until one of them is used. */
    public VerificationRequestResult sendAgain(AccountId id) {
        Account account = accounts.find(id).orElseThrow();
        if (account.emailVerified()) {
            return new VerificationRequestResult.AlreadyVerified();
        }
        Optional<Duration> wait = throttle.count(Counted.VERIFY_AGAIN, Long.toString(id.value()));
        if (wait.isPresent()) {
            return new VerificationRequestResult.TooMany(wait.get());
        }
        transaction.executeWithoutResult(status -> issue(account));
        return new VerificationRequestResult.Requested();
    }

    private void issue(Account account) {
        AccountId id = account.id();
        events.publishEvent(new EmailVerificationRequested(id, links.issue(LinkPurpose.VERIFY, id)));
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, account.email().value()),
                "account.verification_requested",
                "account",
                Long.toString(id.value()),
                Map.of("email", account.email().value()));
    }
}
