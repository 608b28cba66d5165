package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.util.List;

/**
 * The time of these is running out, in the publishing transaction; a mail has to say so. Their links are those that are
 * out already.
 *
 * @param which 1 for a link's first reminder, 2 for its second
 */
public record InvitationsReminded(CustomerId customer, long offerId, int which, List<SentInvitation> invitations) {

    public InvitationsReminded {
        invitations = List.copyOf(invitations);
    }
}
