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

/** Suspends the use: no Play can be used at once, and the seat stays taken. */
@Component
public class SuspendUser {

    private final LockUsers lock;
    private final TouchUsers touch;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SuspendUser(LockUsers lock, TouchUsers touch, Clock clock, ApplicationEventPublisher events) {
        this.lock = lock;
        this.touch = touch;
        this.clock = clock;
        this.events = events;
    }

    /** How many became suspended; the others are so already, or have left, or are not this customer's. */
    @Transactional
    public int suspend(CustomerId customer, Collection<Long> userIds, Actor actor) {
        List<Locked> users = lock.lock(customer, userIds).stream()
                .filter(user -> !user.suspended())
                .toList();
        touch.each(
                customer,
                users,
                new Touch(
                        "suspended_at = :value",
                        Timestamp.from(clock.instant()),
                        Types.TIMESTAMP,
                        "user.suspended",
                        Map.of()),
                actor,
                user -> new UserSuspended(customer, user.id(), user.account()));
        if (!users.isEmpty()) {
            events.publishEvent(new UsersShutOut(
                    customer, users.stream().map(Locked::account).toList()));
        }
        return users.size();
    }
}
