package io.chodae.domain;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Questions about the domains of customers. */
@Component
public class Domains {

    private final DomainStore domains;
    private final Customers customers;

    Domains(DomainStore domains, Customers customers) {
        this.domains = domains;
        this.customers = customers;
    }

    /** The primary one first, then by name. */
    public List<Domain> of(CustomerId customer) {
        return domains.of(customer);
    }

    /** @param name A-label, lower case */
    public Optional<Domain> find(CustomerId customer, String name) {
        return domains.find(customer, name);
    }

    /**
     * One domain that two or more have proven, as one of them may see it.
     *
     * @param holder whether the one who looks holds it
     * @param others the holder, or whoever has proven it later, the oldest first
     */
    public record Dispute(boolean holder, List<Side> others) {}

    /**
     * Who else has proven the domain.
     *
     * @param since when the other one proved it
     * @param failingSince of a holder: when its proof was last missed first
     */
    public record Side(
            String customerName,
            @Nullable Instant since,
            @Nullable Instant failingSince) {}

    /** The dispute in which the claim is; empty where it is in none. */
    @Transactional(readOnly = true)
    public Optional<Dispute> disputeOf(Domain claim) {
        if (!claim.held() && claim.state() != DomainState.DISPUTED) {
            return Optional.empty();
        }
        List<Side> others = domains.claims(claim.name()).stream()
                .filter(one -> !one.customer().equals(claim.customer()))
                .filter(one -> claim.held() ? one.state() == DomainState.DISPUTED : one.held())
                .map(this::side)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Dispute(claim.held(), others));
    }

    private Side side(Domain claim) {
        String name = customers.find(claim.customer()).map(Customer::name).orElse("");
        return new Side(name, claim.held() ? claim.verifiedAt() : claim.disputedAt(), claim.failingSince());
    }
}
