package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.shared.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes one column of locked users, with a line in the trail and an event for each. */
@Component
class TouchUsers {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    TouchUsers(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What is done to each.
     *
     * @param set the assignment of an update, with {@code :value}
     * @param sqlType of the value, by {@link java.sql.Types}
     * @param action of the trail
     */
    record Touch(String set, @Nullable Object value, int sqlType, String action, Map<String, String> details) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void each(
            CustomerId customer, List<Locked> users, Touch touch, Actor actor, Function<Locked, Object> event) {
        if (users.isEmpty()) {
            return;
        }
        List<Long> ids = users.stream().map(Locked::id).toList();
        int changed = jdbc.sql("update enrolled_user set " + touch.set()
                        + " where customer_id = :customer and user_id = any(:users) and left_at is null")
                .param("customer", customer.value())
                .param("users", ids.toArray(Long[]::new))
                .param("value", touch.value(), touch.sqlType())
                .update();
        if (changed != ids.size()) {
            throw new IllegalStateException(changed + " of " + ids.size() + " locked users changed");
        }
        audit.recordEach(
                customer,
                actor,
                touch.action(),
                "user",
                users.stream().collect(Collectors.toMap(Locked::id, user -> details(user, touch))));
        users.forEach(user -> events.publishEvent(event.apply(user)));
    }

    /** With the address, by which people are looked for in the trail. */
    private static Map<String, String> details(Locked user, Touch touch) {
        Map<String, String> details = new HashMap<>(touch.details());
        details.put("email", user.email());
        return details;
    }
}
