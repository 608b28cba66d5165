package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.ManagedAccounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer has the person of a managed account choose a new password, or signs the person out everywhere. By this the
 * customer never learns or sets a password; see {@link ManagedPasswords} for programs that do.
 */
@Component
public class ResetManagedAccount {

    private final ManagedAccounts accounts;
    private final ManagedRank rank;
    private final AccountLinkStore links;
    private final SessionsOfAccount sessions;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    ResetManagedAccount(
            ManagedAccounts accounts,
            ManagedRank rank,
            AccountLinkStore links,
            SessionsOfAccount sessions,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.accounts = accounts;
        this.rank = rank;
        this.links = links;
        this.sessions = sessions;
        this.events = events;
        this.audit = audit;
    }

    /**
     * Mails a link to the account's address by which a new password is chosen; the old one works until then. To a
     * suspended account none is mailed, since the link would be dead.
     */
    @Transactional
    public ManagedChange mailLink(CustomerId customer, AccountId id, Actor actor) {
        Optional<Account> account = accounts.lock(customer, id);
        if (account.isEmpty()) {
            return ManagedChange.NOT_MANAGED;
        }
        if (!rank.allows(customer, id, actor)) {
            return ManagedChange.NOT_YOURS;
        }
        if (account.get().disabled()) {
            return ManagedChange.SUSPENDED;
        }
        links.endAll(LinkPurpose.RESET, id);
        events.publishEvent(new PasswordResetRequested(id, links.issue(LinkPurpose.RESET, id)));
        record(customer, account.get(), "account.reset_sent", actor);
        return ManagedChange.DONE;
    }

    /** Ends all sessions, and what Plays hold of the person. */
    @Transactional
    public ManagedChange signOutEverywhere(CustomerId customer, AccountId id, Actor actor) {
        Optional<Account> account = accounts.lock(customer, id);
        if (account.isEmpty()) {
            return ManagedChange.NOT_MANAGED;
        }
        if (!rank.allows(customer, id, actor)) {
            return ManagedChange.NOT_YOURS;
        }
        sessions.end(id, null);
        record(customer, account.get(), "account.signed_out", actor);
        return ManagedChange.DONE;
    }

    private void record(CustomerId customer, Account account, String action, Actor actor) {
        audit.record(
                customer,
                actor,
                action,
                "account",
                Long.toString(account.id().value()),
                Map.of("email", account.email().value()));
    }
}
