package io.chodae.bizkit;

import io.chodae.directory.Customers;
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
        String key = invitation.email().key();
        Optional<ServiceType> enrolled =
                Optional.ofNullable(users.typesAmong(customer, List.of(key)).get(key));
        if (enrolled.isPresent() && enrolled.get() == ServiceType.SERVICE) {
            return Optional.of(Hindrance.ADDRESS_ENROLLED);
        }
        if (offers.lock(customer, invitation.offerId()).isEmpty()) {
            return Optional.of(Hindrance.OFFER_GONE);
        }
        boolean seated = invitation.state() == InvitationState.INVITED || enrolled.isPresent();
        return seated || seats.reserve(customer, 1) ? Optional.empty() : Optional.of(Hindrance.NO_SEAT);
    }

    @Override
    public Map<Long, Hindrance> hindrances(CustomerId customer, List<Invitation> invitations) {
        Map<Long, Hindrance> hindrances = new HashMap<>();
        if (customers.isSuspended(customer)) {
            invitations.forEach(one -> hindrances.put(one.id().value(), Hindrance.PUBLISHER_SUSPENDED));
            return hindrances;
        }
        Map<String, ServiceType> enrolled = users.typesAmong(
                customer, invitations.stream().map(one -> one.email().key()).toList());
        Set<Long> standing = offers.lockAll(
                customer, invitations.stream().map(Invitation::offerId).collect(Collectors.toSet()));
        List<Long> seatless = new ArrayList<>();
        for (Invitation one : invitations) {
            long id = one.id().value();
            ServiceType type = enrolled.get(one.email().key());
            if (type == ServiceType.SERVICE) {
                hindrances.put(id, Hindrance.ADDRESS_ENROLLED);
            } else if (!standing.contains(one.offerId())) {
                hindrances.put(id, Hindrance.OFFER_GONE);
            } else if (one.state() != InvitationState.INVITED && type == null) {
                seatless.add(id);
            }
        }
        int granted = seatless.isEmpty() ? 0 : seats.grant(customer, seatless.size());
        seatless.stream().skip(granted).forEach(id -> hindrances.put(id, Hindrance.NO_SEAT));
        return hindrances;
    }
}
