package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import org.springframework.stereotype.Component;

/**
 * Writes what was to be created to the account that has become managed: the names and the external id. Language and
 * password stay the person's own, and nobody is closed out for having agreed.
 */
@Component
class ApplyPending {

    private final Accounts accounts;
    private final PendingUserStore store;
    private final EndPending pending;
    private final DirectoryUserFacts facts;

    ApplyPending(Accounts accounts, PendingUserStore store, EndPending pending, DirectoryUserFacts facts) {
        this.accounts = accounts;
        this.store = store;
        this.pending = pending;
        this.facts = facts;
    }

    /** In the caller's transaction. False where the wait was over before. */
    boolean apply(PendingUser waiting, AccountId account, Actor actor) {
        CheckedUser user = store.user(waiting);
        if (!pending.end(waiting, PendingState.Step.ACCEPT, null, actor)) {
            return false;
        }
        accounts.find(account)
                .map(Account::language)
                .ifPresent(language -> accounts.update(account, user.names().display(), language));
        // never a reason to fail: a number that another user has meanwhile is left out
        boolean taken = facts.isTaken(waiting.customer(), user.externalId(), user.email());
        facts.write(waiting.customer(), account, user.names(), taken ? "" : user.externalId());
        return true;
    }
}
