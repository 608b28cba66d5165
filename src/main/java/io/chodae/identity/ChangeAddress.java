package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.identity.AddressChanges.Asked;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person takes the address whose mail they read. The link works for the account that asked and for no other: a mail
 * that went to a wrong address must not give its reader somebody's account.
 */
@Component
public class ChangeAddress {

    private final AddressChanges changes;
    private final AccountLinkStore links;
    private final ConsumerAccounts consumers;
    private final SessionsOfAccount sessions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    ChangeAddress(
            AddressChanges changes,
            AccountLinkStore links,
            ConsumerAccounts consumers,
            SessionsOfAccount sessions,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.changes = changes;
        this.links = links;
        this.consumers = consumers;
        this.sessions = sessions;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /** The address that this account would take by the link; empty where the link is dead. Changes nothing. */
    public Optional<EmailAddress> asked(AccountId account, LinkToken token) {
        return changes.asked(account, token).map(Asked::address);
    }

    /**
     * Uses the link up and moves the account. The person is signed out everywhere else, and links that were mailed to
     * the address before are dead.
     *
     * @param session id of the session that asks, which goes on
     */
    public AddressChangeResult change(AccountId account, LinkToken token, @Nullable String session) {
        Optional<Asked> asked = changes.asked(account, token);
        if (asked.isEmpty()) {
            return new AddressChangeResult.DeadLink();
        }
        try {
            return transaction.execute(status -> {
                AddressChangeResult result = changed(account, token, asked.get(), session);
                if (!(result instanceof AddressChangeResult.Changed)) {
                    status.setRollbackOnly();
                }
                return result;
            });
        } catch (DuplicateKeyException taken) {
            return new AddressChangeResult.Taken();
        }
    }

    private AddressChangeResult changed(AccountId id, LinkToken token, Asked asked, @Nullable String session) {
        EmailAddress address = asked.address();
        Optional<Account> account = consumers.lock(id);
        if (account.isEmpty()) {
            return new AddressChangeResult.Managed();
        }
        if (!links.use(LinkPurpose.ADDRESS, token)) {
            return new AddressChangeResult.DeadLink();
        }
        CustomerId evictedBy = consumers.evictedBy(id).orElse(null);
        if (!consumers.mayMoveTo(address.domain(), evictedBy) || !consumers.move(id, address)) {
            return new AddressChangeResult.Taken();
        }
        links.endAll(LinkPurpose.RESET, id);
        links.endAll(LinkPurpose.VERIFY, id);
        links.endAll(LinkPurpose.ADDRESS, id);
        sessions.end(id, session);
        EmailAddress before = account.get().reachedAt();
        events.publishEvent(new AddressChanged(id, before, asked.linkId()));
        audit.record(
                CustomerId.HOUSE,
                Actor.account(id, address.value()),
                "account.address_changed",
                "account",
                Long.toString(id.value()),
                Map.of("email", address.value(), "before", before.value()));
        return new AddressChangeResult.Changed(address);
    }
}
