package io.chodae.bizkit;

import io.chodae.invitation.Clearance;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationState;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Override
    public Map<Long, Hindrance> hindrances(CustomerId customer, List<Invitation> invitations) {
        Map<Long, Hindrance> hindrances = new HashMap<>();
        Set<String> enrolled = users.enrolledAmong(
                customer, invitations.stream().map(one -> one.email().key()).toList());
        Set<Long> standing = offers.lockAll(
                customer, invitations.stream().map(Invitation::offerId).collect(Collectors.toSet()));
        List<Long> seatless = new ArrayList<>();
        for (Invitation one : invitations) {
            long id = one.id().value();
            if (enrolled.contains(one.email().key())) {
                hindrances.put(id, Hindrance.ADDRESS_ENROLLED);
            } else if (!standing.contains(one.offerId())) {
                hindrances.put(id, Hindrance.OFFER_GONE);
            } else if (one.state() != InvitationState.INVITED) {
                seatless.add(id);
            }
        }
        int granted = seatless.isEmpty() ? 0 : seats.grant(customer, seatless.size());
        seatless.stream().skip(granted).forEach(id -> hindrances.put(id, Hindrance.NO_SEAT));
        return hindrances;
    }
}
