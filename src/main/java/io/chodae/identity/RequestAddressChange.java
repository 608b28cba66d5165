package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A signed-in person asks for another address. Nothing changes until the link is followed that goes to the new one.
 */
@Component
public class RequestAddressChange {

    private final Accounts accounts;
    private final ConsumerAccounts consumers;
    private final AddressChanges changes;
    private final CheckOwnPassword ownPassword;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    RequestAddressChange(
            Accounts accounts,
            ConsumerAccounts consumers,
            AddressChanges changes,
            CheckOwnPassword ownPassword,
            Throttle throttle,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.accounts = accounts;
        this.consumers = consumers;
        this.changes = changes;
        this.ownPassword = ownPassword;
        this.throttle = throttle;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /**
     * @param email the new address as typed
     * @param password as typed; asked of whoever has one, since whoever has the address has the account
     */
    public AddressChangeRequestResult request(Account account, String email, @Nullable String password) {
        if (account.isManaged()) {
            return new AddressChangeRequestResult.Managed();
        }
        FormCheck form = new FormCheck();
        Optional<EmailAddress> address = form.email(email);
        address.ifPresent(wanted -> check(account, wanted, form));
        if (address.isEmpty() || form.isFaulty()) {
            return new AddressChangeRequestResult.Invalid(form.faults());
        }
        Optional<Duration> tried = ownPassword.check(account.id(), password, form);
        if (tried.isPresent()) {
            return new AddressChangeRequestResult.TooMany(tried.get());
        }
        if (form.isFaulty()) {
            return new AddressChangeRequestResult.Invalid(form.faults());
        }
        Optional<Duration> wait = throttle.count(
                Counted.CHANGE_ADDRESS, Long.toString(account.id().value()));
        if (wait.isPresent()) {
            return new AddressChangeRequestResult.TooMany(wait.get());
        }
        return transaction.execute(status -> asked(account, address.get()));
    }

    /** The address to which a mail went whose link still works. */
    public Optional<EmailAddress> waiting(Account account) {
        return changes.waiting(account.id());
    }

    private void check(Account account, EmailAddress wanted, FormCheck form) {
        CustomerId evictedBy = consumers.evictedBy(account.id()).orElse(null);
        if (wanted.value().equals(account.email().value())) {
            form.fault("email", "email.same");
        } else if (!consumers.mayMoveTo(wanted.domain(), evictedBy)) {
            form.fault("email", "email.locked");
        } else if (accounts.findByEmail(wanted)
                .filter(other -> !other.id().equals(account.id()))
                .isPresent()) {
            form.fault("email", "email.taken");
        }
    }

    private AddressChangeRequestResult asked(Account account, EmailAddress address) {
        // it may have become managed since the page was opened
        if (consumers.lock(account.id()).isEmpty()) {
            return new AddressChangeRequestResult.Managed();
        }
        long linkId = changes.ask(account.id(), address);
        events.publishEvent(new AddressChangeRequested(account.id(), address, linkId));
        audit.record(
                CustomerId.HOUSE,
                Actor.account(account.id(), account.reachedAt().value()),
                "account.address_change_requested",
                "account",
                Long.toString(account.id().value()),
                Map.of("email", address.value()));
        return new AddressChangeRequestResult.Requested(address);
    }
}
