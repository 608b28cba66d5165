package io.chodae.suppression;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a customer write again to an address that bounced; never to a person who asked not to be written to. */
@Component
public class LiftSuppression {

    private final Suppressions suppressions;
    private final SuppressionStore store;
    private final AuditTrail audit;

    LiftSuppression(Suppressions suppressions, SuppressionStore store, AuditTrail audit) {
        this.suppressions = suppressions;
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    public LiftResult lift(CustomerId customer, long suppressionId, Actor actor) {
        Optional<Suppression> found = suppressions.find(customer, suppressionId);
        if (found.isEmpty()) {
            return new LiftResult.Gone();
        }
        String email = found.get().email();
        if (!found.get().reason().mayBeLifted()) {
            return new LiftResult.OwnWish(email);
        }
        return liftBounces(customer, List.of(EmailAddress.keyOfValid(email)), actor)
                        .isEmpty()
                ? new LiftResult.Gone()
                : new LiftResult.Lifted(email);
    }

    /**
     * Those of the addresses that bounced, in the caller's transaction.
     *
     * @return match keys of those that were lifted
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<String> liftBounces(CustomerId customer, Collection<String> emailKeys, Actor actor) {
        List<String> lifted = emailKeys.isEmpty() ? List.of() : store.lift(customer, emailKeys);
        lifted.forEach(key -> audit.record(
                customer, actor, "suppression.lifted", "address", key, Map.of("email", key, "reason", "BOUNCED")));
        return new HashSet<>(lifted);
    }
}
