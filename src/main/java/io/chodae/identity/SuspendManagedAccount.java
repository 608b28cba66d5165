package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.ManagedAccounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer closes the sign-in of an account that it manages, or opens it again. The person is signed out everywhere at
 * once, Plays of any publisher included; nothing is deleted.
 */
@Component
public class SuspendManagedAccount {

    private final ManagedAccounts accounts;
    private final OwnedCustomers owned;
    private final SessionsOfAccount sessions;
    private final AuditTrail audit;

    SuspendManagedAccount(
            ManagedAccounts accounts, OwnedCustomers owned, SessionsOfAccount sessions, AuditTrail audit) {
        this.accounts = accounts;
        this.owned = owned;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    public ManagedChange suspend(CustomerId customer, AccountId account, Actor actor) {
        if (owned.wouldBeLeftAlone(account)) {
            return accounts.find(customer, account).isPresent() ? ManagedChange.LAST_OWNER : ManagedChange.NOT_MANAGED;
        }
        ManagedChange change = set(customer, account, true, "account.suspended", actor);
        if (change == ManagedChange.DONE) {
            sessions.end(account, null);
        }
        return change;
    }

    @Transactional
    public ManagedChange resume(CustomerId customer, AccountId account, Actor actor) {
        return set(customer, account, false, "account.resumed", actor);
    }

    private ManagedChange set(CustomerId customer, AccountId id, boolean suspended, String action, Actor actor) {
        Optional<Account> account = accounts.lock(customer, id);
        if (account.isEmpty()) {
            return ManagedChange.NOT_MANAGED;
        }
        if (!accounts.suspend(customer, id, suspended)) {
            return ManagedChange.UNCHANGED;
        }
        audit.record(
                customer,
                actor,
                action,
                "account",
                Long.toString(id.value()),
                Map.of("email", account.get().email().value()));
        return ManagedChange.DONE;
    }
}
