package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.directory.EraseAccount;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person ends their own account: it leaves every service, nobody can sign in with it, and its address is free. Its
 * number stays in the books of publishers.
 */
@Component
public class DeleteAccount {

    private final ConsumerAccounts consumers;
    private final OwnedCustomers owned;
    private final CheckOwnPassword ownPassword;
    private final EraseAccount erase;
    private final EndSignIn endSignIn;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    DeleteAccount(
            ConsumerAccounts consumers,
            OwnedCustomers owned,
            CheckOwnPassword ownPassword,
            EraseAccount erase,
            EndSignIn endSignIn,
            TransactionTemplate transaction,
            AuditTrail audit) {
        this.consumers = consumers;
        this.owned = owned;
        this.ownPassword = ownPassword;
        this.erase = erase;
        this.endSignIn = endSignIn;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * @param address the account's own address once more, as typed
     * @param password as typed, of whoever has one
     */
    public DeleteAccountResult delete(Account account, String address, String password) {
        if (account.isManaged()) {
            return new DeleteAccountResult.Managed();
        }
        FormCheck form = new FormCheck();
        if (EmailAddress.parse(address)
                .filter(typed -> typed.key().equals(account.reachedAt().key()))
                .isEmpty()) {
            form.fault("email", "email.other");
            return new DeleteAccountResult.Invalid(form.faults());
        }
        Optional<Duration> wait = ownPassword.check(account.id(), password, form);
        if (wait.isPresent()) {
            return new DeleteAccountResult.TooMany(wait.get());
        }
        if (form.isFaulty()) {
            return new DeleteAccountResult.Invalid(List.copyOf(form.faults()));
        }
        return transaction.execute(status -> deleted(account.id()));
    }

    private DeleteAccountResult deleted(AccountId id) {
        boolean lastOwner = owned.wouldBeLeftAlone(id);
        Optional<Account> account = consumers.lock(id);
        if (account.isEmpty()) {
            return new DeleteAccountResult.Managed();
        }
        if (lastOwner) {
            return new DeleteAccountResult.LastOwner();
        }
        erase.erase(account.get());
        Actor actor = Actor.account(id, account.get().reachedAt().value());
        endSignIn.end(id, account.get().reachedAt(), actor);
        audit.record(CustomerId.HOUSE, actor, "account.deleted", "account", Long.toString(id.value()), Map.of());
        return new DeleteAccountResult.Deleted();
    }
}
