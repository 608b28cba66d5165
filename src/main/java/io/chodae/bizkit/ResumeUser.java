package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.bizkit.TouchUsers.Touch;
import io.chodae.shared.CustomerId;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a suspension: the person may use at once what was usable before. */
@Component
public class ResumeUser {

    private final LockUsers lock;
    private final TouchUsers touch;

    ResumeUser(LockUsers lock, TouchUsers touch) {
        this.lock = lock;
        this.touch = touch;
    }

    /** How many were suspended and are not any more. */
    @Transactional
    public int resume(CustomerId customer, Collection<Long> userIds, Actor actor) {
        List<Locked> users =
                lock.lock(customer, userIds).stream().filter(Locked::suspended).toList();
        touch.each(
                customer,
                users,
                new Touch("suspended_at = :value", null, Types.TIMESTAMP, "user.resumed", Map.of()),
                actor,
                user -> new UserResumed(customer, user.id(), user.account()));
        return users.size();
    }
}
