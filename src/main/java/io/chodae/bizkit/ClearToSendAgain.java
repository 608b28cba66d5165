package io.chodae.bizkit;

import io.chodae.invitation.Clearance;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sending again is inviting again: the person is not in yet, there is something to be had, and a seat. */
@Component
class ClearToSendAgain implements Clearance {

    private final EnrolledUsers users;
    private final LockOffer offers;
    private final Seats seats;

    ClearToSendAgain(EnrolledUsers users, LockOffer offers, Seats seats) {
        this.users = users;
        this.offers = offers;
        this.seats = seats;
    }

    @Override
    public Optional<Hindrance> hindrance(Invitation invitation) {
        CustomerId customer = invitation.id().customer();
        if (!users.enrolledAmong(customer, List.of(invitation.email().key())).isEmpty()) {
            return Optional.of(Hindrance.ADDRESS_ENROLLED);
        }
        if (offers.lock(customer, invitation.offerId()).isEmpty()) {
            return Optional.of(Hindrance.OFFER_GONE);
        }
        boolean seated = invitation.state() == InvitationState.INVITED;
        return seated || seats.reserve(customer, 1) ? Optional.empty() : Optional.of(Hindrance.NO_SEAT);
    }
}
