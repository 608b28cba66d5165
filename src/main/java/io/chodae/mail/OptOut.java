package io.chodae.mail;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that somebody does not want mails of a customer any more. */
@Component
public class OptOut {

    private final SuppressionStore store;
    private final AuditTrail audit;

    OptOut(SuppressionStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * In the caller's transaction. A bounce on the list becomes a wish.
     *
     * @return false where it was wished before, and nothing is written
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean optOut(CustomerId customer, EmailAddress email, Actor actor) {
        if (!store.optedOut(customer, email)) {
            return false;
        }
        audit.record(customer, actor, "suppression.opted_out", "address", email.key(), Map.of("email", email.value()));
        return true;
    }
}
