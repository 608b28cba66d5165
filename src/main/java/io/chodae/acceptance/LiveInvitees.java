package io.chodae.acceptance;

import io.chodae.identity.Invitees;
import io.chodae.invitation.Invitations;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Hands on whether somebody is invited, between rooms that do not know each other. */
@Component
class LiveInvitees implements Invitees {

    private final Invitations invitations;

    LiveInvitees(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public boolean isInvited(CustomerId customer, EmailAddress email) {
        return invitations.isAnyOut(customer, email);
    }
}
