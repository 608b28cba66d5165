package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.directory.ManagedAccounts;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.ManagedRank;
import io.chodae.identity.OwnedCustomers;
import io.chodae.identity.RenameManagedAccount;
import io.chodae.identity.SuspendManagedAccount;
import io.chodae.provisioning.ChangeDirectoryUserResult.Changed;
import io.chodae.provisioning.ChangeDirectoryUserResult.Invalid;
import io.chodae.provisioning.ChangeDirectoryUserResult.LastOwner;
import io.chodae.provisioning.ChangeDirectoryUserResult.NotFound;
import io.chodae.provisioning.ChangeDirectoryUserResult.NotYours;
import io.chodae.provisioning.ChangeDirectoryUserResult.Stale;
import io.chodae.provisioning.ChangeDirectoryUserResult.Unchanged;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a user, all that is asked for or nothing. */
@Component
public class ChangeDirectoryUser {

    private final DirectoryUsers users;
    private final PlanChange plan;
    private final WriteChange write;
    private final ManagedAccounts managed;
    private final OwnedCustomers owned;
    private final ManagedRank rank;
    private final RenameManagedAccount rename;
    private final SuspendManagedAccount suspend;
    private final TransactionTemplate transaction;

    ChangeDirectoryUser(
            DirectoryUsers users,
            PlanChange plan,
            WriteChange write,
            ManagedAccounts managed,
            OwnedCustomers owned,
            ManagedRank rank,
            RenameManagedAccount rename,
            SuspendManagedAccount suspend,
            TransactionTemplate transaction) {
        this.users = users;
        this.plan = plan;
        this.write = write;
        this.managed = managed;
        this.owned = owned;
        this.rank = rank;
        this.rename = rename;
        this.suspend = suspend;
        this.transaction = transaction;
    }

    /** @param expectedVersion of the user that the caller has seen; null: whatever it is now */
    public ChangeDirectoryUserResult change(
            CustomerId customer,
            AccountId account,
            DirectoryUserChange change,
            @Nullable Long expectedVersion,
            Actor actor) {
        Optional<DirectoryUser> seen = users.find(customer, account);
        if (seen.isEmpty()) {
            return new NotFound();
        }
        if (expectedVersion != null && seen.get().version() != expectedVersion) {
            return new Stale(seen.get());
        }
        // hashing takes its time, so before the transaction
        PlanChange.Hashed password = plan.password(seen.get(), change);
        if (!password.faults().isEmpty()) {
            return new Invalid(password.faults());
        }
        return transaction.execute(status -> {
            ChangeDirectoryUserResult result =
                    changed(customer, account, change, password.hash(), expectedVersion, actor);
            if (!(result instanceof Changed)) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    private ChangeDirectoryUserResult changed(
            CustomerId customer,
            AccountId account,
            DirectoryUserChange change,
            @Nullable String hash,
            @Nullable Long expectedVersion,
            Actor actor) {
        boolean suspends = Boolean.TRUE.equals(change.suspended());
        // the customer's lock comes before the account's, as everywhere
        boolean alone = suspends && owned.wouldBeLeftAlone(customer, account);
        managed.lock(customer, account);
        Optional<DirectoryUser> found = users.find(customer, account);
        if (found.isEmpty()) {
            return new NotFound();
        }
        DirectoryUser before = found.get();
        if (expectedVersion != null && before.version() != expectedVersion) {
            return new Stale(before);
        }
        PlanChange.Plan planned = plan.of(before, change);
        if (isDelicate(before, planned, change) && !rank.allows(customer, account, actor)) {
            return new NotYours();
        }
        if (!planned.faults().isEmpty()) {
            return new Invalid(planned.faults());
        }
        if (alone && !before.suspended()) {
            return new LastOwner();
        }
        boolean moved = false;
        if (planned.email() != null) {
            ManagedChange renamed = rename.rename(customer, account, planned.email(), actor);
            if (renamed != ManagedChange.DONE && renamed != ManagedChange.UNCHANGED) {
                return refused(renamed);
            }
            moved = renamed == ManagedChange.DONE;
        }
        if (suspends != before.suspended() && change.suspended() != null) {
            ManagedChange set =
                    suspends ? suspend.suspend(customer, account, actor) : suspend.resume(customer, account, actor);
            if (set != ManagedChange.DONE && set != ManagedChange.UNCHANGED) {
                return refused(set);
            }
            moved |= set == ManagedChange.DONE;
        }
        if (!write.externalIdIsFree(customer, account, planned)) {
            return new Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN));
        }
        moved |= write.write(customer, before, planned, hash, actor);
        return moved ? new Changed(users.find(customer, account).orElseThrow()) : new Unchanged(before);
    }

    /** What would let somebody become the account's person, or close it; programs that send a whole user repeat the rest. */
    private static boolean isDelicate(DirectoryUser before, PlanChange.Plan planned, DirectoryUserChange change) {
        return change.password() != null
                || planned.email() != null
                || (change.suspended() != null && change.suspended() != before.suspended());
    }

    private static ChangeDirectoryUserResult refused(ManagedChange change) {
        return switch (change) {
            case ADDRESS_TAKEN -> new Invalid(Set.of(UserFault.ADDRESS_TAKEN));
            case FOREIGN_DOMAIN -> new Invalid(Set.of(UserFault.FOREIGN_DOMAIN));
            case MALFORMED -> new Invalid(Set.of(UserFault.EMAIL_MALFORMED));
            case LAST_OWNER -> new LastOwner();
            case NOT_YOURS -> new NotYours();
            case DONE, UNCHANGED, NOT_MANAGED, SUSPENDED -> new NotFound();
        };
    }
}
