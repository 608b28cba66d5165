package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person has forgotten the password. The answer is the same whether the address has an account, and so is the time
 * it takes: looking the address up and writing the mail happens after the answer.
 *
 * <p>An account whose address was taken back gets no link: the mailbox is its former reader's no more, or may be
 * somebody else's tomorrow, so it proves nothing about whose the account is.
 */
@Component
public class RequestPasswordReset {

    private final Throttle throttle;
    private final AfterAnswer afterwards;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final AccountLinkStore links;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    RequestPasswordReset(
            Throttle throttle,
            AfterAnswer afterwards,
            TransactionTemplate transaction,
            Accounts accounts,
            AccountLinkStore links,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.throttle = throttle;
        this.afterwards = afterwards;
        this.transaction = transaction;
        this.accounts = accounts;
        this.links = links;
        this.events = events;
        this.audit = audit;
    }

    /** @param email as typed */
    public PasswordResetRequestResult request(String email) {
        FormCheck form = new FormCheck();
        Optional<EmailAddress> address = form.email(email);
        if (address.isEmpty()) {
            return new PasswordResetRequestResult.Invalid(form.faults());
        }
        Optional<Duration> wait = throttle.count(Counted.FORGOT, address.get().key());
        if (wait.isPresent()) {
            return new PasswordResetRequestResult.TooMany(wait.get());
        }
        afterwards.run(() -> transaction.executeWithoutResult(status -> accounts.findByEmail(address.get())
                .filter(account -> !account.disabled() && !account.needsAnotherAddress())
                .ifPresent(this::issue)));
        return new PasswordResetRequestResult.Requested();
    }

    /** Anybody can ask for anybody, so the line names nobody who did. */
    private void issue(Account account) {
        long linkId = links.issue(LinkPurpose.RESET, account.id());
        audit.record(
                CustomerId.HOUSE,
                Actor.system(),
                "account.reset_requested",
                "account",
                Long.toString(account.id().value()),
                Map.of("email", account.email().value()));
        events.publishEvent(new PasswordResetRequested(account.id(), linkId));
    }
}
