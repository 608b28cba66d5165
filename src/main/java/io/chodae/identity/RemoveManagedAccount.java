package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.EraseAccount;
import io.chodae.directory.ManagedAccounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer removes an account that it manages: nobody can sign in any more, the address is free for a new account, and
 * what the account used anywhere ends. Its number stays in the books.
 */
@Component
public class RemoveManagedAccount {

    private final ManagedAccounts accounts;
    private final ManagedRank rank;
    private final OwnedCustomers owned;
    private final EraseAccount erase;
    private final EndSignIn endSignIn;
    private final AuditTrail audit;

    RemoveManagedAccount(
            ManagedAccounts accounts,
            ManagedRank rank,
            OwnedCustomers owned,
            EraseAccount erase,
            EndSignIn endSignIn,
            AuditTrail audit) {
        this.accounts = accounts;
        this.rank = rank;
        this.owned = owned;
        this.erase = erase;
        this.endSignIn = endSignIn;
        this.audit = audit;
    }

    @Transactional
    public ManagedChange remove(CustomerId customer, AccountId id, Actor actor) {
        // the customers' locks come before the account's, as everywhere
        boolean lastOwner = owned.wouldBeLeftAlone(id);
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
        erase.erase(account.get());
        endSignIn.end(id, account.get().email(), actor);
        audit.record(
                customer,
                actor,
                "account.removed",
                "account",
                Long.toString(id.value()),
                Map.of("email", account.get().email().value()));
        return ManagedChange.DONE;
    }
}
