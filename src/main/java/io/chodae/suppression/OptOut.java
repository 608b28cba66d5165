package io.chodae.suppression;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that the reader of a mail does not want any of its customer's. The link is the proof: who holds it has
 * the mail. Asked again it changes nothing; an address that had bounced is a wish from here on.
 */
@Component
public class OptOut {

    private final OptOuts links;
    private final SuppressionStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    OptOut(OptOuts links, SuppressionStore store, AuditTrail audit, ApplicationEventPublisher events) {
        this.links = links;
        this.store = store;
        this.audit = audit;
        this.events = events;
    }

    /** @return whose mails were stopped and for whom; empty where the link is none of ours */
    @Transactional
    public Optional<OptOutLink> optOut(LinkToken token) {
        Optional<OptOutLink> link = links.open(token);
        link.filter(found -> store.optedOut(found.customer(), found.email())).ifPresent(this::tell);
        return link;
    }

    private void tell(OptOutLink link) {
        EmailAddress email = link.email();
        audit.record(
                link.customer(),
                new Actor(null, email.value()),
                "suppression.opted_out",
                "address",
                email.key(),
                Map.of("email", email.value()));
        events.publishEvent(new ReaderOptedOut(link.customer(), email));
    }
}
