package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationRefusal;
import io.chodae.capture.UserInvitationResult;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.directory.Account;
import io.chodae.directory.Customers;
import io.chodae.provisioning.CreateUserResult.Conflict;
import io.chodae.provisioning.CreateUserResult.Invited;
import io.chodae.provisioning.CreateUserResult.Replaced;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does what the customer's policy says where a consumer account has the address of a new user. */
@Component
class ResolveConflict {

    static final Duration DAY = Duration.ofDays(1);

    /** Programs ask again and again: nobody gets a second round of mails sooner than this after one was in vain. */
    private static final Duration QUIET = Duration.ofDays(30);

    private final Customers customers;
    private final ConflictPolicies policies;
    private final ReplaceAccount replace;
    private final UserInvitations invitations;
    private final SendUserInvitations send;
    private final PendingUserStore store;
    private final EndPending pending;
    private final Clock clock;

    ResolveConflict(
            Customers customers,
            ConflictPolicies policies,
            ReplaceAccount replace,
            UserInvitations invitations,
            SendUserInvitations send,
            PendingUserStore store,
            EndPending pending,
            Clock clock) {
        this.customers = customers;
        this.policies = policies;
        this.replace = replace;
        this.invitations = invitations;
        this.send = send;
        this.store = store;
        this.pending = pending;
        this.clock = clock;
    }

    /** In the caller's transaction. Empty where another account is in the way than a moment ago. */
    Optional<CreateUserResult> resolve(CustomerId customer, Account inTheWay, CheckedUser user, Actor actor) {
        ConflictPolicy policy = policies.of(customer);
        if (policy.rule() == ConflictRule.DO_NOT_CREATE) {
            return conflict(ConflictReason.DO_NOT_CREATE);
        }
        if (customers.isSuspended(customer)) {
            return conflict(ConflictReason.CUSTOMER_SUSPENDED);
        }
        return policy.rule() == ConflictRule.REPLACE
                ? replaced(customer, user, actor)
                : invited(customer, inTheWay.id(), user, policy, actor);
    }

    private Optional<CreateUserResult> replaced(CustomerId customer, CheckedUser user, Actor actor) {
        ReplaceAccount.Outcome outcome = replace.replace(customer, user, actor);
        if (outcome.reason() != null) {
            return conflict(outcome.reason());
        }
        Optional<CreateUserResult> made = Optional.ofNullable(outcome.user()).map(Replaced::new);
        made.ifPresent(done -> store.latest(customer, user.email())
                .ifPresent(waiting -> pending.end(waiting, PendingState.Step.REPLACE, null, actor)));
        return made;
    }

    private Optional<CreateUserResult> invited(
            CustomerId customer, AccountId account, CheckedUser user, ConflictPolicy policy, Actor actor) {
        Optional<PendingUser> before = store.latest(customer, user.email());
        if (before.filter(one -> one.state() == PendingState.WAITING).isPresent()) {
            return Optional.of(new Invited(user.email()));
        }
        Instant now = clock.instant();
        if (invitations
                .find(customer, user.email())
                .map(UserInvitation::state)
                .filter(UserInvitationState.DECLINED::equals)
                .isPresent()) {
            return conflict(ConflictReason.DECLINED);
        }
        if (before.filter(one -> inVain(one, account, now)).isPresent()) {
            return conflict(ConflictReason.ASKED_IN_VAIN);
        }
        return sent(customer, user.email(), actor).flatMap(result -> switch (result) {
            case UserInvitationResult.Refused refused ->
                refusal(refused.reason()).map(Conflict::new);
            case UserInvitationResult.Done ignored -> begun(customer, account, user, policy, now, actor);
        });
    }

    private Optional<CreateUserResult> begun(
            CustomerId customer, AccountId account, CheckedUser user, ConflictPolicy policy, Instant now, Actor actor) {
        Optional<Long> added = store.add(customer, user, account, policy, now.plus(DAY));
        added.ifPresent(id -> pending.begun(customer, id, user, policy, actor));
        // who was first has sent the mail; this one's is rolled back, and asked again it finds the other's wait
        return added.map(id -> new Invited(user.email()));
    }

    private Optional<UserInvitationResult> sent(CustomerId customer, EmailAddress email, Actor actor) {
        return Optional.of(Objects.requireNonNull(
                send.send(customer, List.of(email), actor).get(email.key())));
    }

    private static boolean inVain(PendingUser before, AccountId account, Instant now) {
        Instant ended = before.endedAt();
        return before.state() == PendingState.STOPPED
                && before.account().equals(account)
                && ended != null
                && ended.plus(QUIET).isAfter(now);
    }

    /** Empty where the account is gone, or managed by now. */
    static Optional<ConflictReason> refusal(UserInvitationRefusal reason) {
        return switch (reason) {
            case SUPPRESSED -> Optional.of(ConflictReason.CANNOT_INVITE);
            case TOO_MANY -> Optional.of(ConflictReason.TOO_MANY_MAILS);
            case CUSTOMER_SUSPENDED -> Optional.of(ConflictReason.CUSTOMER_SUSPENDED);
            case FOREIGN_DOMAIN -> Optional.of(ConflictReason.FOREIGN_DOMAIN);
            case NO_ACCOUNT, MANAGED, NOT_INVITED -> Optional.empty();
        };
    }

    private static Optional<CreateUserResult> conflict(ConflictReason reason) {
        return Optional.of(new Conflict(reason));
    }
}
