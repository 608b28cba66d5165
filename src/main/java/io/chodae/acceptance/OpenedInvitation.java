package io.chodae.acceptance;

import io.chodae.directory.Account;
import io.chodae.invitation.Invitation;
import io.chodae.shared.LinkToken;
import org.jspecify.annotations.Nullable;

/** What a link turned out to be for the person who opened it. */
sealed interface OpenedInvitation {

    /** Can be accepted or declined now. */
    record Live(LinkToken token, Invitation invitation, InvitationView view) implements OpenedInvitation {}

    /** The signed-in person is the one it was for, and learns precisely what became of it. */
    record Over(Ending ending, Invitation invitation, InvitationView view) implements OpenedInvitation {}

    /** Unknown, used, expired or cancelled: a stranger is not told which. */
    record NotForYou() implements OpenedInvitation {}

    /** Why a link does nothing any more; each has its own words on the page. */
    enum Ending {
        EXPIRED,
        CANCELED,
        DECLINED,
        ACCEPTED_BY_YOU,
        /** Accepted with this account, which does not belong to the service any more. */
        LEFT,
        ACCEPTED_BY_OTHER,
        SUPERSEDED
    }

    /**
     * Whether this account may learn the precise state: it has the invited address, or it is the one that accepted.
     * Whoever asks holds the link that was mailed to that address, which proves it as well as another mail would.
     */
    static boolean concerns(Invitation invitation, @Nullable Account account) {
        if (account == null) {
            return false;
        }
        return account.email().key().equals(invitation.email().key())
                || account.id().equals(invitation.acceptedBy());
    }
}
