package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.LockedDomain;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person makes an account with an address and a password. */
@Component
public class SignUp {

    private final Throttle throttle;
    private final SignUpLock lock;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Credentials credentials;
    private final AccountLinkStore links;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    SignUp(
            Throttle throttle,
            SignUpLock lock,
            Passwords passwords,
            TransactionTemplate transaction,
            Accounts accounts,
            Credentials credentials,
            AccountLinkStore links,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.throttle = throttle;
        this.lock = lock;
        this.passwords = passwords;
        this.transaction = transaction;
        this.accounts = accounts;
        this.credentials = credentials;
        this.links = links;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Makes the account and, unless the address is proven, asks for the verification mail.
     *
     * @param email as typed
     * @param addressProven whether the person came by an invitation link that was mailed to this very address
     */
    public SignUpResult signUp(String email, String name, String password, Language language, boolean addressProven) {
        FormCheck form = new FormCheck();
        Optional<EmailAddress> address = form.email(email);
        String plainName = form.name("name", name);
        form.password("password", password, address);
        if (address.isEmpty() || form.isFaulty()) {
            return new SignUpResult.Invalid(form.faults());
        }
        Optional<Duration> wait = throttle.count(Counted.SIGN_UP, address.get().key());
        if (wait.isPresent()) {
            return new SignUpResult.TooMany(wait.get());
        }
        Optional<LockedDomain> closed = lock.closedBy(address.get(), addressProven);
        if (closed.isPresent() && accounts.findByEmail(address.get()).isEmpty()) {
            return new SignUpResult.DomainLocked(
                    closed.get().customerName(), closed.get().contact());
        }
        // Before any transaction, and for a taken address too: hashing takes its time and holds no connection.
        String hash = passwords.hash(password);
        return transaction.execute(status -> accounts.create(address.get(), plainName, language, addressProven)
                .<SignUpResult>map(account -> written(account, hash))
                .orElseGet(SignUpResult.AddressTaken::new));
    }

    private SignUpResult written(Account account, String hash) {
        AccountId id = account.id();
        credentials.set(id, hash);
        if (!account.emailVerified()) {
            events.publishEvent(new EmailVerificationRequested(id, links.issue(LinkPurpose.VERIFY, id)));
        }
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, account.email().value()),
                "account.signed-up",
                "account",
                Long.toString(id.value()),
                Map.of("addressProven", Boolean.toString(account.emailVerified())));
        return new SignUpResult.Created(id);
    }
}
