package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An organisation waits for somebody no longer: nothing is created. What was mailed to the person stays answerable. */
@Component
public class EndPendingUser {

    private final PendingUserStore store;
    private final EndPending pending;

    EndPendingUser(PendingUserStore store, EndPending pending) {
        this.store = store;
        this.pending = pending;
    }

    /** False where it was over before, or is another customer's. */
    @Transactional
    public boolean end(CustomerId customer, long id, Actor actor) {
        return store.find(customer, id)
                .filter(one -> pending.end(one, PendingState.Step.END, null, actor))
                .isPresent();
    }
}
