package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for its time, and what could not go out when its time came. */
@Component
public class Schedules {

    private final ScheduleStore store;

    Schedules(ScheduleStore store) {
        this.store = store;
    }

    /** Empty where this customer has no such draft, or it does not wait. */
    @Transactional(readOnly = true)
    public Optional<Schedule> ofDraft(CustomerId customer, long draftId) {
        return store.ofDraft(customer, draftId);
    }

    /** The next one first. */
    @Transactional(readOnly = true)
    public List<Schedule> waiting(CustomerId customer) {
        return store.waiting(customer);
    }

    /** Open drafts that were to go out by themselves and did not. */
    @Transactional(readOnly = true)
    public List<Unsent> unsent(CustomerId customer) {
        return store.unsent(customer);
    }
}
