package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.util.List;

/** A live link is out for each of these, in the publishing transaction; a mail has to carry it. */
public record UserInvitationsSent(CustomerId customer, List<SentUserInvitation> invitations) {

    public UserInvitationsSent {
        invitations = List.copyOf(invitations);
    }
}
