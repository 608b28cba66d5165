package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.util.List;

/** The time of these ran out, in the publishing transaction. */
public record InvitationsExpired(CustomerId customer, List<Long> invitationIds) {

    public InvitationsExpired {
        invitationIds = List.copyOf(invitationIds);
    }
}
