package io.chodae.provisioning;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users of a customer who are created once somebody has answered. */
@Component
public class PendingUsers {

    private final JdbcClient jdbc;
    private final PendingUserStore store;

    PendingUsers(JdbcClient jdbc, PendingUserStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    public Optional<PendingUser> find(CustomerId customer, long id) {
        return store.find(customer, id);
    }

    /**
     * Newest first.
     *
     * @param waitingOnly whether those at their end are left out
     * @param before where the slice before ended; empty for the first
     */
    public Slice<PendingUser> page(CustomerId customer, boolean waitingOnly, Optional<Long> before, int size) {
        List<PendingUser> found = jdbc.sql("select " + PendingUserStore.COLUMNS
                        + " from pending_user where customer_id = :customer and pending_id < :before"
                        + (waitingOnly ? " and state = 'WAITING'" : "")
                        + " order by pending_id desc limit :limit")
                .param("customer", customer.value())
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", size + 1)
                .query(PendingUserStore::read)
                .list();
        boolean more = found.size() > size;
        List<PendingUser> shown = more ? found.subList(0, size) : found;
        return new Slice<>(
                shown, more ? Optional.of(Long.toString(shown.getLast().id())) : Optional.empty());
    }
}
