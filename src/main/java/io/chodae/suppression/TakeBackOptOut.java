package io.chodae.suppression;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.LinkToken;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a customer write again to a reader who takes the wish back, by the same link that told it. */
@Component
public class TakeBackOptOut {

    private final OptOuts links;
    private final SuppressionStore store;
    private final AuditTrail audit;

    TakeBackOptOut(OptOuts links, SuppressionStore store, AuditTrail audit) {
        this.links = links;
        this.store = store;
        this.audit = audit;
    }

    /** @return what the link stands for afterwards; empty where it is none of ours */
    @Transactional
    public Optional<OptOutLink> takeBack(LinkToken token) {
        Optional<OptOutLink> link = links.open(token);
        link.filter(found -> store.takenBack(found.customer(), found.email())).ifPresent(this::record);
        return link.map(found -> new OptOutLink(found.customer(), found.email(), false));
    }

    private void record(OptOutLink link) {
        audit.record(
                link.customer(),
                new Actor(null, link.email().value()),
                "suppression.taken_back",
                "address",
                link.email().key(),
                Map.of("email", link.email().value()));
    }
}
