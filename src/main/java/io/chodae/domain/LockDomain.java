package io.chodae.domain;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a domain to new consumer accounts while it is held, or opens it again. */
@Component
public class LockDomain {

    /** Of the contact, in characters. */
    public static final int LONGEST = 200;

    private final DomainStore domains;
    private final AuditTrail audit;

    LockDomain(DomainStore domains, AuditTrail audit) {
        this.domains = domains;
        this.audit = audit;
    }

    /**
     * Sets the switch.
     *
     * @param contact whom people may ask, such as a desk's name and address; cut at {@link #LONGEST}
     */
    @Transactional
    public DomainChange set(CustomerId customer, String name, boolean locked, String contact, Actor actor) {
        String line = PlainText.oneLine(contact);
        String whom = PlainText.length(line) > LONGEST ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) : line;
        if (domains.find(customer, name).isEmpty()) {
            return DomainChange.GONE;
        }
        if (locked && whom.isEmpty()) {
            return DomainChange.NO_CONTACT;
        }
        if (!domains.setLock(customer, name, locked, whom)) {
            return DomainChange.SAME;
        }
        audit.record(
                customer,
                actor,
                locked ? "domain.locked" : "domain.unlocked",
                "domain",
                name,
                Map.of("name", name, "contact", whom));
        return DomainChange.DONE;
    }
}
