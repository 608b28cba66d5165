package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.capture.SendUserInvitations;
import io.chodae.capture.UserInvitation;
import io.chodae.capture.UserInvitationRefusal;
import io.chodae.capture.UserInvitationResult;
import io.chodae.capture.UserInvitationState;
import io.chodae.capture.UserInvitations;
import io.chodae.shared.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The mail of the day to a person who has not answered; to whom none may go, the day passes without one. The row of who
 * waits is written behind the invitation's, and where somebody was quicker the mail is rolled back with it.
 */
@Component
class FollowUp {

    private static final Duration SOON = Duration.ofMinutes(10);

    private final UserInvitations invitations;
    private final SendUserInvitations sendInvitations;
    private final PendingUserStore store;
    private final EndPending pending;
    private final Clock clock;

    FollowUp(
            UserInvitations invitations,
            SendUserInvitations sendInvitations,
            PendingUserStore store,
            EndPending pending,
            Clock clock) {
        this.invitations = invitations;
        this.sendInvitations = sendInvitations;
        this.store = store;
        this.pending = pending;
        this.clock = clock;
    }

    /** In the caller's transaction, which is to be rolled back where this is false. */
    boolean send(PendingUser waiting) {
        Optional<UserInvitationState> state =
                invitations.find(waiting.customer(), waiting.email()).map(UserInvitation::state);
        if (state.filter(UserInvitationState.INVITED::equals).isEmpty()) {
            return store.step(waiting, waiting.mails(), tomorrow());
        }
        return switch (mail(waiting)) {
            case UserInvitationResult.Done ignored -> store.step(waiting, waiting.mails() + 1, tomorrow());
            case UserInvitationResult.Refused refused ->
                refused.reason() == UserInvitationRefusal.SUPPRESSED
                        ? store.step(waiting, waiting.mails(), tomorrow())
                        : refused(waiting, waiting.account(), waiting.steps(), refused);
        };
    }

    /** Another person's account has the address now, who was never asked: it begins again. */
    boolean begin(PendingUser waiting, AccountId account) {
        return switch (mail(waiting)) {
            case UserInvitationResult.Done ignored -> store.again(waiting, account, 0, waiting.mails() + 1, tomorrow());
            case UserInvitationResult.Refused refused -> refused(waiting, waiting.account(), waiting.steps(), refused);
        };
    }

    private boolean refused(PendingUser waiting, AccountId account, int steps, UserInvitationResult.Refused refused) {
        Optional<ConflictReason> reason = ResolveConflict.refusal(refused.reason());
        if (reason.isEmpty() || reason.get() == ConflictReason.CUSTOMER_SUSPENDED) {
            return false;
        }
        if (reason.get() == ConflictReason.TOO_MANY_MAILS) {
            Duration wait = Objects.requireNonNullElse(refused.retryAfter(), SOON);
            Instant again = clock.instant().plus(wait.compareTo(SOON) < 0 ? SOON : wait);
            return store.again(waiting, account, steps, waiting.mails(), again);
        }
        return pending.end(waiting, PendingState.Step.REFUSE, reason.get(), Actor.system());
    }

    private UserInvitationResult mail(PendingUser waiting) {
        return Objects.requireNonNull(sendInvitations
                .send(waiting.customer(), List.of(waiting.email()), Actor.system())
                .get(waiting.email().key()));
    }

    private Instant tomorrow() {
        return clock.instant().plus(ResolveConflict.DAY);
    }
}
