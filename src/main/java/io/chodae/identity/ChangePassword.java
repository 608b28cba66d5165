package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed-in person changes the password. */
@Component
public class ChangePassword {

    private final Accounts accounts;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final AccountLinkStore links;
    private final SessionsOfAccount sessions;
    private final AuditTrail audit;

    ChangePassword(
            Accounts accounts,
            Credentials credentials,
            Passwords passwords,
            Throttle throttle,
            TransactionTemplate transaction,
            AccountLinkStore links,
            SessionsOfAccount sessions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
        this.transaction = transaction;
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whether the account signs in by a password at all; one made by an external provider has none to change. */
    public boolean hasPassword(AccountId id) {
        return credentials.hash(id).isPresent();
    }

    /**
     * Checks the current password, sets the new one, signs the person out everywhere else and ends reset links.
     *
     * @param session id of the session that asks, which goes on; null ends all
     */
    public PasswordChangeResult change(
            AccountId id, String currentPassword, String newPassword, @Nullable String session) {
        Account account = accounts.find(id).orElseThrow();
        FormCheck form = new FormCheck();
        form.password("password", newPassword, Optional.of(account.email()));
        if (form.isFaulty()) {
            return new PasswordChangeResult.Invalid(form.faults());
        }
        String subject = Long.toString(id.value());
        Optional<Duration> wait = throttle.count(Counted.CHANGE_PASSWORD, subject);
        if (wait.isPresent()) {
            return new PasswordChangeResult.TooMany(wait.get());
        }
        Optional<String> stored = credentials.hash(id);
        if (!passwords.matches(currentPassword, stored.orElse(null))) {
            return new PasswordChangeResult.Invalid(List.of(FormFault.of("currentPassword", "currentPassword.wrong")));
        }
        throttle.clear(Counted.CHANGE_PASSWORD, subject);
        String hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(status -> write(account, hash, session));
        return new PasswordChangeResult.Changed();
    }

    private void write(Account account, String hash, @Nullable String session) {
        AccountId id = account.id();
        credentials.set(id, hash);
        links.endAll(LinkPurpose.RESET, id);
        sessions.end(id, session);
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, account.email().value()),
                "account.password-changed",
                "account",
                Long.toString(id.value()),
                Map.of());
    }
}
