package io.chodae.invitation;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets other offers hold for open invitations than those that they were sent with. Their links stay alive and lead to
 * what is offered now; no mail says so, and one that has not gone out yet tells the new offer.
 */
@Component
public class MoveInvitations {

    private final JdbcClient jdbc;
    private final BulkRows rows;
    private final AuditTrail audit;

    MoveInvitations(JdbcClient jdbc, BulkRows rows, AuditTrail audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
    }

    /** Those of the ids that this customer has, locked until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Invitation> lock(CustomerId customer, List<Long> ids) {
        return rows.lock(customer, ids);
    }

    /**
     * In the caller's transaction.
     *
     * @param ids a thousand or so
     * @param targets by the offer that holds now: the one that shall hold. An offer that is to stay is its own target.
     * @return what became of each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, BulkOutcome> move(
            CustomerId customer, List<Long> ids, Map<Long, Long> targets, Actor actor, BulkCause cause) {
        Map<Long, BulkOutcome> outcomes = new HashMap<>();
        ids.forEach(id -> outcomes.put(id, BulkOutcome.GONE));
        List<Long> moved = new ArrayList<>();
        List<Long> to = new ArrayList<>();
        for (Invitation one : rows.lock(customer, ids)) {
            Long target = targets.get(one.offerId());
            BulkOutcome outcome = outcome(one, target);
            outcomes.put(one.id().value(), outcome);
            if (outcome == BulkOutcome.DONE) {
                moved.add(one.id().value());
                to.add(Objects.requireNonNull(target));
            }
        }
        if (!moved.isEmpty()) {
            write(customer, moved, to);
            audit.record(
                    customer,
                    actor,
                    "invitation.moved",
                    cause.subjectType(),
                    cause.subjectId(),
                    Map.of("count", String.valueOf(moved.size())));
        }
        return outcomes;
    }

    private static BulkOutcome outcome(Invitation one, @Nullable Long target) {
        if (one.state() != InvitationState.INVITED) {
            return one.state() == InvitationState.ACCEPTED ? BulkOutcome.ACCEPTED : BulkOutcome.ENDED;
        }
        if (target == null) {
            return BulkOutcome.OFFER_GONE;
        }
        return target == one.offerId() ? BulkOutcome.SAME : BulkOutcome.DONE;
    }

    private void write(CustomerId customer, List<Long> ids, List<Long> targets) {
        int written = jdbc.sql("""
                        update invitation i
                        set moved_offer_id = nullif(t.target, i.offer_id), updated_at = :now
                        from unnest(:ids::bigint[], :targets::bigint[]) as t (id, target)
                        where i.customer_id = :customer and i.invitation_id = t.id and i.state = 'INVITED'
                        """)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("targets", targets.toArray(Long[]::new))
                .param("now", rows.now())
                .update();
        if (written != ids.size()) {
            throw new IllegalStateException("%d of %d locked invitations moved".formatted(written, ids.size()));
        }
    }
}
