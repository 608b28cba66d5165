package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.ManagedAccounts;
import io.chodae.directory.TellRenamed;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A customer gives an account that it manages another address, on one of its own proven domains. The person is signed
 * out everywhere and hears of it at both addresses.
 */
@Component
public class RenameManagedAccount {

    private final ManagedAccounts managed;
    private final Accounts accounts;
    private final ManagedRank rank;
    private final AccountLinkStore links;
    private final SessionsOfAccount sessions;
    private final TellRenamed tell;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;

    RenameManagedAccount(
            ManagedAccounts managed,
            Accounts accounts,
            ManagedRank rank,
            AccountLinkStore links,
            SessionsOfAccount sessions,
            TellRenamed tell,
            TransactionTemplate transaction,
            AuditTrail audit) {
        this.managed = managed;
        this.accounts = accounts;
        this.rank = rank;
        this.links = links;
        this.sessions = sessions;
        this.tell = tell;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** @param typed the new address as typed */
    public ManagedChange rename(CustomerId customer, AccountId id, String typed, Actor actor) {
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return ManagedChange.MALFORMED;
        }
        try {
            return transaction.execute(status -> renamed(customer, id, address.get(), actor));
        } catch (DuplicateKeyException taken) {
            // somebody signed up with it between the question and the answer
            return ManagedChange.ADDRESS_TAKEN;
        }
    }

    private ManagedChange renamed(CustomerId customer, AccountId id, EmailAddress address, Actor actor) {
        Optional<Account> account = managed.lock(customer, id);
        if (account.isEmpty()) {
            return ManagedChange.NOT_MANAGED;
        }
        if (!rank.allows(customer, id, actor)) {
            return ManagedChange.NOT_YOURS;
        }
        EmailAddress before = account.get().email();
        if (before.value().equals(address.value())) {
            return ManagedChange.UNCHANGED;
        }
        if (!managed.rename(customer, id, address)) {
            return accounts.findByEmail(address)
                            .filter(other -> !other.id().equals(id))
                            .isPresent()
                    ? ManagedChange.ADDRESS_TAKEN
                    : ManagedChange.FOREIGN_DOMAIN;
        }
        // a link that was mailed to the address before must open nothing now
        links.endAll(LinkPurpose.RESET, id);
        links.endAll(LinkPurpose.VERIFY, id);
        if (tell.tell(customer, id, before, address)) {
            sessions.end(id, null);
        }
        audit.record(
                customer,
                actor,
                "account.renamed",
                "account",
                Long.toString(id.value()),
                Map.of("email", address.value(), "before", before.value()));
        return ManagedChange.DONE;
    }
}
