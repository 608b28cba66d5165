package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.provisioning.CreateUserResult.Conflict;
import io.chodae.provisioning.CreateUserResult.Created;
import io.chodae.provisioning.CreateUserResult.Exists;
import io.chodae.provisioning.CreateUserResult.Invalid;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An organisation makes a user. Where a person's own account has the address, the customer's {@link ConflictPolicy}
 * decides: nobody is asked and nobody loses an address unless it says so.
 */
@Component
public class CreateDirectoryUser {

    /** An account that is in the way may be gone when it is looked at, and so on: not for ever. */
    private static final int TRIES = 3;

    private final CheckUser check;
    private final Accounts accounts;
    private final DirectoryUsers users;
    private final DirectoryUserFacts facts;
    private final WriteUser write;
    private final ResolveConflict resolve;
    private final EndPending pending;
    private final TransactionTemplate transaction;

    CreateDirectoryUser(
            CheckUser check,
            Accounts accounts,
            DirectoryUsers users,
            DirectoryUserFacts facts,
            WriteUser write,
            ResolveConflict resolve,
            EndPending pending,
            TransactionTemplate transaction) {
        this.check = check;
        this.accounts = accounts;
        this.users = users;
        this.facts = facts;
        this.write = write;
        this.resolve = resolve;
        this.pending = pending;
        this.transaction = transaction;
    }

    public CreateUserResult create(
            CustomerId customer, NewDirectoryUser typed, ConflictHandling onConflict, Actor actor) {
        CheckUser.Checked checked = check.check(customer, typed);
        CheckedUser user = checked.user();
        if (user == null) {
            return new Invalid(checked.faults());
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<CreateUserResult> result = transaction.execute(status -> {
                Optional<CreateUserResult> tried = tried(customer, user, onConflict, actor);
                if (tried.filter(CreateDirectoryUser::isWritten).isEmpty()) {
                    status.setRollbackOnly();
                }
                return tried;
            });
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new IllegalStateException("the account in the way changes all the time");
    }

    /** Empty where another account is in the way than a moment ago. */
    private Optional<CreateUserResult> tried(
            CustomerId customer, CheckedUser user, ConflictHandling onConflict, Actor actor) {
        Optional<Account> inTheWay = accounts.findByEmail(user.email());
        if (inTheWay.filter(Account::isManaged).isPresent()) {
            return Optional.of(users.find(customer, user.email())
                    .<CreateUserResult>map(Exists::new)
                    .orElseGet(() -> new Conflict(ConflictReason.MANAGED_ELSEWHERE)));
        }
        if (inTheWay.isPresent() && onConflict == ConflictHandling.REFUSE) {
            return Optional.of(new Conflict(ConflictReason.DO_NOT_CREATE));
        }
        if (facts.isTaken(customer, user.externalId(), user.email())) {
            return Optional.of(new Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN)));
        }
        if (inTheWay.isPresent()) {
            return resolve.resolve(customer, inTheWay.get(), user, actor);
        }
        Optional<DirectoryUser> created = write.write(customer, user, actor);
        created.ifPresent(made -> pending.createdMeanwhile(customer, user.email(), actor));
        return created.<CreateUserResult>map(Created::new)
                .or(() -> check.holds(customer, user.email())
                        ? Optional.empty()
                        : Optional.of(new Invalid(Set.of(UserFault.FOREIGN_DOMAIN))));
    }

    private static boolean isWritten(CreateUserResult result) {
        return switch (result) {
            case CreateUserResult.Created ignored -> true;
            case CreateUserResult.Replaced ignored -> true;
            case CreateUserResult.Invited ignored -> true;
            case Conflict ignored -> false;
            case Exists ignored -> false;
            case Invalid ignored -> false;
        };
    }
}
