package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.identity.ExternalSignInResult.AddressTaken;
import io.chodae.identity.ExternalSignInResult.Disabled;
import io.chodae.identity.ExternalSignInResult.DomainLocked;
import io.chodae.identity.ExternalSignInResult.NoAddress;
import io.chodae.identity.ExternalSignInResult.SignedIn;
import io.chodae.identity.ExternalSignInResult.Suspended;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.PlainText;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person comes back from an external OpenID provider: finds, links or makes the account. */
@Component
public class SignInExternally {

    private final SignUpLock lock;
    private final ExternalIdentities identities;
    private final Accounts accounts;
    private final Credentials credentials;
    private final SessionsOfAccount sessions;
    private final AccountLinkStore links;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    SignInExternally(
            SignUpLock lock,
            ExternalIdentities identities,
            Accounts accounts,
            Credentials credentials,
            SessionsOfAccount sessions,
            AccountLinkStore links,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.lock = lock;
        this.identities = identities;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.links = links;
        this.events = events;
        this.audit = audit;
    }

    /** Must only be called with what a verified id token says. */
    @Transactional
    public ExternalSignInResult signIn(ExternalPerson person) {
        Optional<Account> known =
                identities.find(person.issuer(), person.subject()).flatMap(accounts::find);
        if (known.isPresent()) {
            return closed(known.get()).orElseGet(() -> new SignedIn(known.get().id()));
        }
        Optional<EmailAddress> address = Optional.ofNullable(person.email()).flatMap(EmailAddress::parse);
        return address.map(email -> accounts.findByEmail(email)
                        .map(account -> link(account, person))
                        .orElseGet(() -> make(email, person)))
                .orElseGet(NoAddress::new);
    }

    private static Optional<ExternalSignInResult> closed(Account account) {
        if (!account.disabled()) {
            return Optional.empty();
        }
        CustomerId suspendedBy = account.suspendedBy();
        return Optional.of(suspendedBy == null ? new Disabled() : new Suspended(suspendedBy));
    }

    private ExternalSignInResult link(Account account, ExternalPerson person) {
        if (!person.emailVerified()) {
            return new AddressTaken();
        }
        Optional<ExternalSignInResult> closed = closed(account);
        if (closed.isPresent()) {
            return closed.get();
        }
        if (!account.emailVerified()) {
            // Somebody made this account without owning the address, maybe to wait in it for the owner.
            credentials.remove(account.id());
            sessions.end(account.id(), null);
            accounts.markVerified(account.id());
        }
        return linked(account, person, "account.linked");
    }

    private ExternalSignInResult make(EmailAddress email, ExternalPerson person) {
        if (lock.closedBy(email, person.emailVerified()).isPresent()) {
            return new DomainLocked(email.domain());
        }
        String given = PlainText.oneLine(Optional.ofNullable(person.name()).orElse(""));
        String name = given.isEmpty() ? email.value().substring(0, email.value().lastIndexOf('@')) : given;
        Optional<Account> made = accounts.create(email, name, person.language(), person.emailVerified());
        if (made.isEmpty()) {
            return new AddressTaken();
        }
        if (!person.emailVerified()) {
            AccountId id = made.get().id();
            events.publishEvent(new EmailVerificationRequested(id, links.issue(LinkPurpose.VERIFY, id)));
        }
        return linked(made.get(), person, "account.signed-up");
    }

    private ExternalSignInResult linked(Account account, ExternalPerson person, String action) {
        identities.link(person.issuer(), person.subject(), account.id());
        audit.record(
                CustomerId.HOUSE,
                Actor.account(account.id(), account.email().value()),
                action,
                "account",
                Long.toString(account.id().value()),
                Map.of("issuer", person.issuer()));
        return new SignedIn(account.id());
    }
}
