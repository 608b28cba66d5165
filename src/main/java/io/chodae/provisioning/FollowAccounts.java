package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.capture.Transfer;
import io.chodae.capture.UserInvitationAccepted;
import io.chodae.capture.UserInvitationsCanceled;
import io.chodae.directory.AccountChanged;
import io.chodae.directory.AccountErased;
import io.chodae.directory.AccountsDisappeared;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps users, and those who wait to become users, true to what becomes of accounts and their invitations. */
@Component
class FollowAccounts {

    private final DirectoryUserFacts facts;
    private final PendingUserStore store;
    private final EndPending pending;
    private final ApplyPending apply;

    FollowAccounts(DirectoryUserFacts facts, PendingUserStore store, EndPending pending, ApplyPending apply) {
        this.facts = facts;
        this.store = store;
        this.pending = pending;
        this.apply = apply;
    }

    @EventListener
    void on(AccountChanged changed) {
        facts.touch(changed.account());
    }

    @EventListener
    void on(AccountErased erased) {
        facts.forget(erased.account());
    }

    /** The address may be free now: the timer looks at once, after what happens here. */
    @EventListener
    void on(AccountsDisappeared gone) {
        store.hurry(gone.accounts());
    }

    @EventListener
    void on(UserInvitationAccepted accepted) {
        Transfer transfer = accepted.transfer();
        store.waiting(transfer.customer(), transfer.email())
                .ifPresent(waiting -> apply.apply(
                        waiting,
                        transfer.account(),
                        Actor.account(transfer.account(), transfer.email().value())));
    }

    @EventListener
    void on(UserInvitationsCanceled canceled) {
        store.waiting(canceled.customer(), canceled.emails())
                .forEach(waiting -> pending.end(waiting, PendingState.Step.CANCEL, null, canceled.actor()));
    }
}
