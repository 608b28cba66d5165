package io.chodae.capture;

import io.chodae.invitation.InvitationState;
import java.util.Optional;

/**
 * Where the invitation of an unmanaged account stands; the names are those of the Cloud Identity API. What can happen
 * in which state is the table of {@link InvitationState}.
 */
public enum UserInvitationState {
    /** Nothing is out: never sent, or canceled. */
    NOT_YET_SENT,
    /** A live link is out. */
    INVITED,
    /** The account is managed now. */
    ACCEPTED,
    DECLINED;

    /** The state after a step that every invitation knows; empty where it is refused in this state. */
    public Optional<UserInvitationState> after(InvitationState.Step step) {
        return InvitationState.valueOf(name())
                .after(step)
                .map(InvitationState::name)
                .map(UserInvitationState::valueOf);
    }
}
