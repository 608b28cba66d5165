package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.util.List;

/** A live link is out for each of these, in the publishing transaction; a mail has to carry it. */
public record InvitationsSent(CustomerId customer, long offerId, List<SentInvitation> invitations) {

    public InvitationsSent {
        invitations = List.copyOf(invitations);
    }
}
