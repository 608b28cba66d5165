package io.chodae.bizkit;

import io.chodae.directory.Customers;
import io.chodae.invitation.Clearance;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sending again is inviting again: there is something to be had, and a seat. Who is in already can be asked about
 * further Plays, where each needs consent, and about nothing else.
 */
@Component
class ClearToSendAgain implements Clearance {

    private final Customers customers;
    private final EnrolledUsers users;
    private final LockOffer offers;
    private final Seats seats;

    ClearToSendAgain(Customers customers, EnrolledUsers users, LockOffer offers, Seats seats) {
        this.customers = customers;
        this.users = users;
        this.offers = offers;
        this.seats = seats;
    }

    @Override
    public Optional<Hindrance> hindrance(Invitation invitation) {
        CustomerId customer = invitation.id().customer();
        if (customers.isSuspended(customer)) {
            return Optional.of(Hindrance.PUBLISHER_SUSPENDED);
        }
        Optional<ServiceType> enrolled =
                users.typeOf(customer, invitation.email().key());
        if (enrolled.isPresent() && enrolled.get() == ServiceType.SERVICE) {
            return Optional.of(Hindrance.ADDRESS_ENROLLED);
        }
        if (offers.lock(customer, invitation.offerId()).isEmpty()) {
            return Optional.of(Hindrance.OFFER_GONE);
        }
        boolean seated = invitation.state() == InvitationState.INVITED || enrolled.isPresent();
        return seated || seats.reserve(customer, 1) ? Optional.empty() : Optional.of(Hindrance.NO_SEAT);
    }
}
