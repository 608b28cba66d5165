package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.ManagedAccounts;
import io.chodae.identity.ManagedPasswords;
import io.chodae.identity.ResetManagedAccount;
import io.chodae.identity.SuspendManagedAccount;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the account of a new user, where its address is free. */
@Component
class WriteUser {

    private final ManagedAccounts accounts;
    private final DirectoryUserFacts facts;
    private final DirectoryUsers users;
    private final ManagedPasswords passwords;
    private final ResetManagedAccount reset;
    private final SuspendManagedAccount suspend;
    private final AuditTrail audit;

    WriteUser(
            ManagedAccounts accounts,
            DirectoryUserFacts facts,
            DirectoryUsers users,
            ManagedPasswords passwords,
            ResetManagedAccount reset,
            SuspendManagedAccount suspend,
            AuditTrail audit) {
        this.accounts = accounts;
        this.facts = facts;
        this.users = users;
        this.passwords = passwords;
        this.reset = reset;
        this.suspend = suspend;
        this.audit = audit;
    }

    /** In the caller's transaction. Empty where the address has an account, or its domain is not the customer's. */
    Optional<DirectoryUser> write(CustomerId customer, CheckedUser user, Actor actor) {
        return accounts.create(customer, user.email(), user.names().display(), user.language())
                .map(Account::id)
                .map(account -> written(customer, account, user, actor));
    }

    private DirectoryUser written(CustomerId customer, AccountId account, CheckedUser user, Actor actor) {
        facts.write(customer, account, user.names(), user.externalId());
        audit.record(
                customer,
                actor,
                "account.created",
                "account",
                Long.toString(account.value()),
                Map.of("email", user.email().value(), "externalId", user.externalId()));
        String hash = user.passwordHash();
        if (hash != null) {
            passwords.set(customer, account, hash);
        }
        if (user.suspended()) {
            suspend.suspend(customer, account, actor);
        } else if (hash == null) {
            reset.mailLink(customer, account, actor);
        }
        return users.find(customer, account).orElseThrow();
    }
}
