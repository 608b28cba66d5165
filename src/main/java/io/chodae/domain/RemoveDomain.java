package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.DomainLost;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a claim back. A domain that was held is free again, or goes to whoever has proven it too: so a holder releases
 * it in a dispute.
 */
@Component
public class RemoveDomain {

    private final DomainStore domains;
    private final Succession succession;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    RemoveDomain(DomainStore domains, Succession succession, ApplicationEventPublisher events, AuditTrail audit) {
        this.domains = domains;
        this.succession = succession;
        this.events = events;
        this.audit = audit;
    }

    /** The primary domain goes last. */
    @Transactional
    public DomainChange remove(CustomerId customer, String name, Actor actor) {
        List<Domain> own = domains.lockAll(customer);
        List<Domain> claims = domains.lockClaims(name);
        Domain claim = claims.stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElse(null);
        if (claim == null) {
            return DomainChange.GONE;
        }
        if (claim.kind() == DomainKind.PRIMARY && own.size() > 1) {
            return DomainChange.PRIMARY_STAYS;
        }
        if (!domains.delete(claim)) {
            throw new IllegalStateException("a locked claim has gone");
        }
        if (claim.captures()) {
            events.publishEvent(new DomainLost(customer, name));
        }
        String next = claim.held() ? succession.passOn(claim, claims) : "";
        if (claim.state() == DomainState.DISPUTED) {
            succession.disputeOver(claim, claims);
        }
        audit.record(
                customer,
                actor,
                "domain.removed",
                "domain",
                name,
                Map.of("name", name, "before", claim.state().name(), "other", next));
        return DomainChange.DONE;
    }
}
