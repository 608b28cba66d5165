package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.CustomerFounded;
import io.chodae.directory.Customers;
import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever runs the server makes the first customer and its owner, by the one-time link of the start-up log. */
@Component
public class SetUpFirstAdministrator {

    private final AccountLinkStore links;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Customers customers;
    private final Operators operators;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    SetUpFirstAdministrator(
            AccountLinkStore links,
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Customers customers,
            Operators operators,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.links = links;
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.customers = customers;
        this.operators = operators;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /** What the page asks for; the address counts as proven, for whoever reads the log owns the server. */
    public record SetUpForm(String publisher, String name, String email, String password, Language language) {}

    /** Whether the link would still work. Changes nothing. */
    public boolean isAlive(LinkToken token) {
        return links.isAlive(LinkPurpose.SETUP, token);
    }

    /** Uses the link up; makes customer, account and ownership in one transaction. */
    public SetUpResult setUp(LinkToken token, SetUpForm typed) {
        if (!isAlive(token)) {
            return new SetUpResult.DeadLink();
        }
        FormCheck form = new FormCheck();
        String publisher = form.name("publisher", typed.publisher());
        String name = form.name("name", typed.name());
        Optional<EmailAddress> address = form.email(typed.email());
        form.password("password", typed.password(), address);
        if (address.isEmpty() || form.isFaulty()) {
            return new SetUpResult.Invalid(form.faults());
        }
        Optional<Account> existing = accounts.findByEmail(address.get());
        if (existing.isPresent() && !knowsPassword(existing.get(), typed.password())) {
            return new SetUpResult.Invalid(List.of(FormFault.of("email", "email.taken")));
        }
        String hash = passwords.hash(typed.password());
        return transaction.execute(status -> {
            Optional<Account> account = existing.or(() -> accounts.create(address.get(), name, typed.language(), true));
            if (account.isEmpty()) {
                return new SetUpResult.Invalid(List.of(FormFault.of("email", "email.taken")));
            }
            if (!links.use(LinkPurpose.SETUP, token)) {
                status.setRollbackOnly();
                return new SetUpResult.DeadLink();
            }
            if (existing.isEmpty()) {
                credentials.set(account.get().id(), hash);
            }
            return founded(account.get(), publisher);
        });
    }

    private SetUpResult founded(Account account, String publisher) {
        AccountId owner = account.id();
        Customer customer = customers.create(publisher);
        operators.grant(customer.id(), owner, Role.OWNER);
        audit.record(
                customer.id(),
                Actor.account(owner, account.email().value()),
                "customer.founded",
                "customer",
                customer.externalId(),
                Map.of("name", publisher));
        events.publishEvent(new CustomerFounded(customer.id(), publisher));
        return new SetUpResult.Done(customer.id(), owner);
    }

    /** Somebody may have signed up before the set-up: the same person proves it by the same password. */
    private boolean knowsPassword(Account account, String password) {
        return credentials
                .hash(account.id())
                .filter(hash -> passwords.matches(password, hash))
                .isPresent();
    }
}
