package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LinkToken;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person sets a new password by a mailed link. */
@Component
public class ResetPassword {

    private final AccountLinkStore links;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Credentials credentials;
    private final ExternalIdentities identities;
    private final SessionsOfAccount sessions;
    private final Throttle throttle;
    private final AuditTrail audit;

    ResetPassword(
            AccountLinkStore links,
            Passwords passwords,
            TransactionTemplate transaction,
            Accounts accounts,
            Credentials credentials,
            ExternalIdentities identities,
            SessionsOfAccount sessions,
            Throttle throttle,
            AuditTrail audit) {
        this.links = links;
        this.passwords = passwords;
        this.transaction = transaction;
        this.accounts = accounts;
        this.credentials = credentials;
        this.identities = identities;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Whether the link would still work. Changes nothing. */
    public boolean isAlive(LinkToken token) {
        return links.isAlive(LinkPurpose.RESET, token);
    }

    /**
     * Uses the link up, sets the password, signs the person out everywhere and ends all other such links. Having read
     * the mail proves the address too.
     */
    public PasswordResetResult reset(LinkToken token, String newPassword) {
        Optional<Account> owner = links.owner(LinkPurpose.RESET, token)
                .flatMap(accounts::find)
                .filter(account -> !account.disabled() && !account.needsAnotherAddress());
        if (owner.isEmpty()) {
            return new PasswordResetResult.DeadLink();
        }
        FormCheck form = new FormCheck();
        form.password("password", newPassword, owner.map(Account::email));
        if (form.isFaulty()) {
            return new PasswordResetResult.Invalid(form.faults());
        }
        String hash = passwords.hash(newPassword);
        PasswordResetResult result = transaction.execute(status -> written(owner.get(), token, hash));
        if (result instanceof PasswordResetResult.Changed) {
            throttle.clear(Counted.SIGN_IN, owner.get().email().key());
        }
        return result;
    }

    private PasswordResetResult written(Account account, LinkToken token, String hash) {
        if (!links.use(LinkPurpose.RESET, token)) {
            return new PasswordResetResult.DeadLink();
        }
        AccountId id = account.id();
        links.endAll(LinkPurpose.RESET, id);
        credentials.set(id, hash);
        if (!account.emailVerified()) {
            // whoever set the account up before its owner came must not keep a door of their own
            identities.unlinkAll(id);
        }
        accounts.markVerified(id);
        sessions.end(id, null);
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, account.email().value()),
                "account.password-reset",
                "account",
                Long.toString(id.value()),
                Map.of());
        return new PasswordResetResult.Changed(id);
    }
}
