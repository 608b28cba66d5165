package io.chodae.identity;

import io.chodae.directory.ManagedAccounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passwords that an organisation gives accounts which it manages, for programs that make users with one. The same rules
 * hold as for everybody.
 */
@Component
public class ManagedPasswords {

    private final Passwords passwords;
    private final Credentials credentials;
    private final ManagedAccounts accounts;
    private final AccountLinkStore links;
    private final SessionsOfAccount sessions;

    ManagedPasswords(
            Passwords passwords,
            Credentials credentials,
            ManagedAccounts accounts,
            AccountLinkStore links,
            SessionsOfAccount sessions) {
        this.passwords = passwords;
        this.credentials = credentials;
        this.accounts = accounts;
        this.links = links;
        this.sessions = sessions;
    }

    /** Why a password will not do. */
    public enum Fault {
        SHORT,
        LONG,
        /** It is the address. */
        ADDRESS,
        /** It is one of those that are tried first. */
        COMMON
    }

    /** Empty where the password may be used. */
    public Optional<Fault> check(String password, EmailAddress address) {
        return PasswordRules.check(password, Optional.of(address)).map(code -> switch (code) {
            case "password.long" -> Fault.LONG;
            case "password.address" -> Fault.ADDRESS;
            case "password.common" -> Fault.COMMON;
            default -> Fault.SHORT;
        });
    }

    /** Takes its time: not to be called inside a transaction. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Gives the account this password; links that would set another one are dead, and who is signed in is signed out.
     * Whoever calls writes the audit row. False where the customer does not manage the account.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean set(CustomerId customer, AccountId account, String hash) {
        if (accounts.lock(customer, account).isEmpty()) {
            return false;
        }
        links.endAll(LinkPurpose.RESET, account);
        credentials.set(account, hash);
        sessions.end(account, null);
        return true;
    }
}
