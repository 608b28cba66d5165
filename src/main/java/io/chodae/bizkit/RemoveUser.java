package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.bizkit.TouchUsers.Touch;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes people out of the service at once; the seat is free, and coming back needs a new invitation. */
@Component
public class RemoveUser {

    private final LockUsers lock;
    private final TouchUsers touch;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    RemoveUser(LockUsers lock, TouchUsers touch, Clock clock, ApplicationEventPublisher events) {
        this.lock = lock;
        this.touch = touch;
        this.clock = clock;
        this.events = events;
    }

    /** How many were removed; the others had left already, or are not this customer's. */
    @Transactional
    public int remove(CustomerId customer, Collection<Long> userIds, Actor actor) {
        List<Locked> users = lock.lock(customer, userIds);
        touch.each(
                customer,
                users,
                new Touch(
                        "left_at = :value", Timestamp.from(clock.instant()), Types.TIMESTAMP, "user.removed", Map.of()),
                actor,
                user -> new UserRemoved(customer, user.id(), user.account()));
        if (!users.isEmpty()) {
            events.publishEvent(new UsersShutOut(
                    customer, users.stream().map(Locked::account).toList()));
        }
        return users.size();
    }
}
