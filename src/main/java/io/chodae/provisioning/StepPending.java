package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One look at a user who waits: what has become of the address meanwhile, and what is to be done today. */
@Component
class StepPending {

    private final Customers customers;
    private final Accounts accounts;
    private final CheckUser check;
    private final PendingUserStore store;
    private final ConflictPolicies policies;
    private final ReplaceAccount replace;
    private final WriteUser write;
    private final ApplyPending apply;
    private final FollowUp followUp;
    private final EndPending pending;

    StepPending(
            Customers customers,
            Accounts accounts,
            CheckUser check,
            PendingUserStore store,
            ConflictPolicies policies,
            ReplaceAccount replace,
            WriteUser write,
            ApplyPending apply,
            FollowUp followUp,
            EndPending pending) {
        this.customers = customers;
        this.accounts = accounts;
        this.check = check;
        this.store = store;
        this.policies = policies;
        this.replace = replace;
        this.write = write;
        this.apply = apply;
        this.followUp = followUp;
        this.pending = pending;
    }

    /** In the caller's transaction. False where nothing is to be kept of it: somebody was quicker, or it is no time. */
    boolean step(PendingUser waiting) {
        CustomerId customer = waiting.customer();
        if (customers.isSuspended(customer)) {
            return false;
        }
        Optional<Account> holder = accounts.findByEmail(waiting.email());
        if (holder.isEmpty()) {
            return created(waiting);
        }
        CustomerId manager = holder.get().managedBy();
        if (manager != null) {
            return manager.equals(customer)
                    ? apply.apply(waiting, holder.get().id(), Actor.system())
                    : refuse(waiting, ConflictReason.MANAGED_ELSEWHERE);
        }
        if (!holder.get().id().equals(waiting.account())) {
            return followUp.begin(waiting, holder.get().id());
        }
        return waiting.ranOut() ? end(waiting) : followUp.send(waiting);
    }

    private boolean created(PendingUser waiting) {
        if (!check.holds(waiting.customer(), waiting.email())) {
            return refuse(waiting, ConflictReason.FOREIGN_DOMAIN);
        }
        CheckedUser user = store.user(waiting);
        return write.write(waiting.customer(), user, Actor.system()).isPresent()
                && pending.end(waiting, PendingState.Step.FREE, null, Actor.system());
    }

    /** Taking the address needs the word of the policy then and now. */
    private boolean end(PendingUser waiting) {
        boolean replaces = waiting.after() == AfterFollowUps.REPLACE
                && policies.of(waiting.customer()).mayReplace();
        if (!replaces) {
            return pending.end(waiting, PendingState.Step.STOP, null, Actor.system());
        }
        ReplaceAccount.Outcome outcome = replace.replace(waiting.customer(), store.user(waiting), Actor.system());
        if (outcome.reason() != null) {
            return refuse(waiting, outcome.reason());
        }
        return outcome.user() != null && pending.end(waiting, PendingState.Step.REPLACE, null, Actor.system());
    }

    private boolean refuse(PendingUser waiting, ConflictReason reason) {
        return pending.end(waiting, PendingState.Step.REFUSE, reason, Actor.system());
    }
}
