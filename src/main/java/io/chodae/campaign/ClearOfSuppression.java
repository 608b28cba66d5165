package io.chodae.campaign;

import io.chodae.invitation.Clearance;
import io.chodae.invitation.ClosedRecipients;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.Invitation;
import io.chodae.shared.CustomerId;
import io.chodae.suppression.Suppressions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Nobody is sent a new link who is not written to: the mail would be kept back, and the link that the person has would
 * be dead. Looked at before seats are given.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClearOfSuppression implements Clearance, ClosedRecipients {

    private final Suppressions suppressions;

    ClearOfSuppression(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public Set<String> among(CustomerId customer, Collection<String> emailKeys) {
        return suppressions.suppressedAmong(customer, emailKeys).keySet();
    }

    @Override
    public Optional<Hindrance> hindrance(Invitation invitation) {
        return Optional.ofNullable(hindrances(invitation.id().customer(), List.of(invitation))
                .get(invitation.id().value()));
    }

    @Override
    public Map<Long, Hindrance> hindrances(CustomerId customer, List<Invitation> invitations) {
        Set<String> suppressed = among(
                customer, invitations.stream().map(one -> one.email().key()).toList());
        return invitations.stream()
                .filter(one -> suppressed.contains(one.email().key()))
                .collect(Collectors.toMap(one -> one.id().value(), one -> Hindrance.SUPPRESSED));
    }
}
