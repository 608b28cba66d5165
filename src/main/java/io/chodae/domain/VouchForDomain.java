package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever runs the server says that a claim is right, without a proof: for made-up domains, which have no name servers.
 * Shown as such, and over as soon as anybody proves the domain.
 */
@Component
public class VouchForDomain {

    private final DomainStore domains;
    private final Succession succession;
    private final AuditTrail audit;
    private final Clock clock;

    VouchForDomain(DomainStore domains, Succession succession, AuditTrail audit, Clock clock) {
        this.domains = domains;
        this.succession = succession;
        this.audit = audit;
        this.clock = clock;
    }

    /** False where the customer does not claim it, or somebody holds it. */
    @Transactional
    public boolean vouch(CustomerId customer, String name) {
        List<Domain> claims = domains.lockClaims(name);
        Domain before = claims.stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElse(null);
        if (before == null || claims.stream().anyMatch(Domain::held)) {
            return false;
        }
        Instant now = clock.instant();
        Domain after = ClaimSteps.vouchedFor(before, now);
        succession.write(after, before.state());
        audit.record(customer, Actor.system(), "domain.vouched", "domain", name, Map.of("name", name));
        succession.announce(before, after);
        return true;
    }
}
