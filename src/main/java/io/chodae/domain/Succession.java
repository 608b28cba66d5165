package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Customers;
import io.chodae.directory.DomainLost;
import io.chodae.directory.DomainVerified;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows for the others where a claim begins, ends or changes. In the transaction that has locked all claims. */
@Component
class Succession {

    private final DomainStore domains;
    private final DomainRules rules;
    private final DomainNotices notices;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Succession(
            DomainStore domains,
            DomainRules rules,
            DomainNotices notices,
            Customers customers,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.domains = domains;
        this.rules = rules;
        this.notices = notices;
        this.customers = customers;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells the other rooms who holds what, where that has changed. */
    void announce(Domain before, Domain after) {
        if (!before.captures() && after.captures()) {
            events.publishEvent(new DomainVerified(after.customer(), after.name()));
        } else if (before.captures() && !after.captures()) {
            events.publishEvent(new DomainLost(after.customer(), after.name()));
        }
    }

    /** The holder has let go: the oldest of the others whose proof holds has the domain now. */
    String passOn(Domain from, List<Domain> claims) {
        Domain next = claims.stream()
                .filter(one -> one.state() == DomainState.DISPUTED && one.failingSince() == null)
                .filter(one -> !one.customer().equals(from.customer()))
                .findFirst()
                .orElse(null);
        if (next == null) {
            return "";
        }
        Instant now = clock.instant();
        Domain holder = ClaimSteps.takenOver(next, now, now.plus(rules.pause(DomainState.VERIFIED)));
        write(holder, DomainState.DISPUTED);
        audit.record(
                holder.customer(),
                Actor.system(),
                "domain.gained",
                "domain",
                holder.name(),
                Map.of("name", holder.name(), "other", name(from.customer())));
        notices.tell(holder, DomainNews.GAINED, null, name(from.customer()));
        announce(next, holder);
        return name(holder.customer());
    }

    /** Somebody has proven what another holds: both hear of it, and the holder's proof is looked at soon. */
    void dispute(Domain newer, Domain holder) {
        Domain contested = ClaimSteps.contested(holder, clock.instant());
        write(contested, holder.state());
        audit.record(
                holder.customer(),
                Actor.system(),
                "domain.contested",
                "domain",
                holder.name(),
                Map.of("name", holder.name(), "other", name(newer.customer())));
        notices.tell(newer, DomainNews.DISPUTED, null, name(holder.customer()));
        notices.tell(holder, DomainNews.CONTESTED, null, name(newer.customer()));
    }

    /** The newer side has gone, or its proof. */
    void disputeOver(Domain newer, List<Domain> claims) {
        claims.stream().filter(Domain::held).findFirst().ifPresent(holder -> {
            audit.record(
                    holder.customer(),
                    Actor.system(),
                    "domain.dispute_over",
                    "domain",
                    holder.name(),
                    Map.of("name", holder.name(), "other", name(newer.customer())));
            notices.tell(holder, DomainNews.DISPUTE_OVER, null, name(newer.customer()));
        });
    }

    void write(Domain claim, DomainState before) {
        if (!domains.write(claim, before)) {
            throw new IllegalStateException("a locked claim has changed");
        }
    }

    String name(CustomerId customer) {
        return customers.find(customer).orElseThrow().name();
    }
}
