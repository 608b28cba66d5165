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
    private final ManagedRank rank;
    private final OwnedCustomers owned;
    private final SessionsOfAccount sessions;
    private final AuditTrail audit;

    SuspendManagedAccount(
            ManagedAccounts accounts,
            ManagedRank rank,
            OwnedCustomers owned,
            SessionsOfAccount sessions,
            AuditTrail audit) {
        this.accounts = accounts;
        this.rank = rank;
        this.owned = owned;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * Closes the sign-in. What the person is to other customers hinders nobody: they keep their role there for when the
     * sign-in is opened again. Of the customer itself somebody has to be left who could open it.
     */
    @Transactional
    public ManagedChange suspend(CustomerId customer, AccountId account, Actor actor) {
        // the customer's lock comes before the account's, as everywhere
        boolean lastOwner = owned.wouldBeLeftAlone(customer, account);
        ManagedChange change = set(customer, account, true, lastOwner, "account.suspended", actor);
        if (change == ManagedChange.DONE) {
            sessions.end(account, null);
        }
        return change;
    }

    @Transactional
    public ManagedChange resume(CustomerId customer, AccountId account, Actor actor) {
        return set(customer, account, false, false, "account.resumed", actor);
    }

    private ManagedChange set(
            CustomerId customer, AccountId id, boolean suspended, boolean lastOwner, String action, Actor actor) {
        Optional<Account> account = accounts.lock(customer, id);
        if (account.isEmpty()) {
            return ManagedChange.NOT_MANAGED;
        }
        if (!rank.allows(customer, id, actor)) {
            return ManagedChange.NOT_YOURS;
        }
        if (lastOwner) {
            return ManagedChange.LAST_OWNER;
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
