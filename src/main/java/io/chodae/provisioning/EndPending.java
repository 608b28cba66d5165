package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the end of a wait with its audit row; in the caller's transaction. */
@Component
class EndPending {

    private static final String SUBJECT = "pending_user";

    private final PendingUserStore store;
    private final AuditTrail audit;

    EndPending(PendingUserStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** False where it was over before. */
    boolean end(PendingUser pending, PendingState.Step step, @Nullable ConflictReason reason, Actor actor) {
        PendingState state = pending.state().after(step).orElse(pending.state());
        boolean ended = state != pending.state() && store.end(pending, state, reason);
        if (ended) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("email", pending.email().value());
            details.put("mails", String.valueOf(pending.mails()));
            if (reason != null) {
                details.put("reason", reason.name());
            }
            record(
                    pending.customer(),
                    pending.id(),
                    "pending_user." + state.name().toLowerCase(Locale.ROOT),
                    details,
                    actor);
        }
        return ended;
    }

    /** Nobody waits for this address any more: it was free, and the user is there. */
    void createdMeanwhile(CustomerId customer, EmailAddress email, Actor actor) {
        store.latest(customer, email).ifPresent(pending -> end(pending, PendingState.Step.FREE, null, actor));
    }

    void begun(CustomerId customer, long id, CheckedUser user, ConflictPolicy policy, Actor actor) {
        record(
                customer,
                id,
                "pending_user.begun",
                Map.of(
                        "email", user.email().value(),
                        "followUps", String.valueOf(policy.followUps()),
                        "after", policy.after().name()),
                actor);
    }

    private void record(CustomerId customer, long id, String action, Map<String, String> details, Actor actor) {
        audit.record(customer, actor, action, SUBJECT, String.valueOf(id), details);
    }
}
