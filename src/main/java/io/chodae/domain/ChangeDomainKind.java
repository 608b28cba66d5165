package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a domain the primary one, a further one or an alias. The primary one changes by naming another. */
@Component
public class ChangeDomainKind {

    private final DomainStore domains;
    private final Succession succession;
    private final AuditTrail audit;

    ChangeDomainKind(DomainStore domains, Succession succession, AuditTrail audit) {
        this.domains = domains;
        this.succession = succession;
        this.audit = audit;
    }

    /** The former primary domain becomes a further one. */
    @Transactional
    public DomainChange change(CustomerId customer, String name, DomainKind kind, Actor actor) {
        List<Domain> all = domains.lockAll(customer);
        // as it is under the lock: a look may have found the proof while we waited for it
        Domain before = domains.lockClaims(name).stream()
                .filter(one -> one.customer().equals(customer))
                .findFirst()
                .orElse(null);
        if (before == null) {
            return DomainChange.GONE;
        }
        if (before.kind() == kind) {
            return DomainChange.SAME;
        }
        if (before.kind() == DomainKind.PRIMARY) {
            return DomainChange.PRIMARY_STAYS;
        }
        if (kind == DomainKind.PRIMARY) {
            all.stream()
                    .filter(one -> one.kind() == DomainKind.PRIMARY)
                    .forEach(former -> set(former, DomainKind.SECONDARY, actor));
        }
        set(before, kind, actor);
        return DomainChange.DONE;
    }

    private void set(Domain before, DomainKind kind, Actor actor) {
        if (!domains.setKind(before, kind)) {
            throw new IllegalStateException("the kind of a locked claim has changed");
        }
        audit.record(
                before.customer(),
                actor,
                "domain.kind_changed",
                "domain",
                before.name(),
                Map.of("name", before.name(), "before", before.kind().name(), "kind", kind.name()));
        domains.find(before.customer(), before.name()).ifPresent(after -> succession.announce(before, after));
    }
}
