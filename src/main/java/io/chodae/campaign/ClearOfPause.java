package io.chodae.campaign;

import io.chodae.invitation.Clearance;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.Invitation;
import io.chodae.shared.CustomerId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nobody of a paused sending is sent a new link: its mail would wait with the others, and the link that the person has
 * would be dead meanwhile. Looked at before seats are given.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ClearOfPause implements Clearance {

    private final JdbcClient jdbc;

    ClearOfPause(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Hindrance> hindrance(Invitation invitation) {
        return Optional.ofNullable(hindrances(invitation.id().customer(), List.of(invitation))
                .get(invitation.id().value()));
    }

    @Override
    public Map<Long, Hindrance> hindrances(CustomerId customer, List<Invitation> invitations) {
        Set<Long> paused = new HashSet<>(jdbc.sql("""
                        select offer_id from campaign
                        where customer_id = :customer and offer_id = any(:offers) and state = 'PAUSED'
                        for share""")
                .param("customer", customer.value())
                .param(
                        "offers",
                        invitations.stream()
                                .map(Invitation::sendingId)
                                .distinct()
                                .toArray(Long[]::new))
                .query(Long.class)
                .list());
        return invitations.stream()
                .filter(one -> paused.contains(one.sendingId()))
                .collect(Collectors.toMap(one -> one.id().value(), one -> Hindrance.SENDING_PAUSED));
    }
}
