package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer says that a domain is its own. That gives it nothing until the proof is found. */
@Component
public class ClaimDomain {

    static final int MOST = 200;
    private static final int TOKEN_BYTES = 24;

    private final DomainStore domains;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ClaimDomain(DomainStore domains, AuditTrail audit, Clock clock) {
        this.domains = domains;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the claim.
     *
     * @param typed the domain in any script, or an address that has it
     * @param alias whether it is another name for the same people; otherwise the first is the primary one
     */
    @Transactional
    public ClaimResult claim(CustomerId customer, String typed, boolean alias, Actor actor) {
        return switch (DomainNames.read(typed)) {
            case DomainNames.Read.Refused refused -> new ClaimResult.Refused(refused.reason());
            case DomainNames.Read.Name read -> claimName(customer, read.name(), alias, actor);
        };
    }

    private ClaimResult claimName(CustomerId customer, String name, boolean alias, Actor actor) {
        List<Domain> there = domains.lockAll(customer);
        if (there.stream().anyMatch(one -> one.name().equals(name))) {
            return new ClaimResult.Refused(ClaimResult.Reason.ALREADY_THERE);
        }
        if (there.size() >= MOST) {
            return new ClaimResult.Refused(ClaimResult.Reason.TOO_MANY);
        }
        DomainKind kind = alias
                ? DomainKind.ALIAS
                : there.stream().anyMatch(one -> one.kind() == DomainKind.PRIMARY)
                        ? DomainKind.SECONDARY
                        : DomainKind.PRIMARY;
        if (!domains.insert(customer, name, kind, token(), clock.instant())) {
            return new ClaimResult.Refused(ClaimResult.Reason.ALREADY_THERE);
        }
        audit.record(customer, actor, "domain.claimed", "domain", name, Map.of("name", name, "kind", kind.name()));
        return new ClaimResult.Claimed(domains.find(customer, name).orElseThrow());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
