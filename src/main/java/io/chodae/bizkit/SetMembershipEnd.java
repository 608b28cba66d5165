package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.bizkit.TouchUsers.Touch;
import io.chodae.shared.CustomerId;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says until the end of which day people belong, in the site's time zone; then {@link EndMemberships} lets them go. */
@Component
public class SetMembershipEnd {

    private final LockUsers lock;
    private final TouchUsers touch;
    private final SiteDay day;

    SetMembershipEnd(LockUsers lock, TouchUsers touch, SiteDay day) {
        this.lock = lock;
        this.touch = touch;
        this.day = day;
    }

    /** Whether it is a day that a membership may end on: today, or later. */
    public boolean mayEndOn(LocalDate endsOn) {
        return !endsOn.isBefore(day.today());
    }

    /** @param endsOn null: not by itself */
    @Transactional
    public MembershipEndResult set(
            CustomerId customer, Collection<Long> userIds, @Nullable LocalDate endsOn, Actor actor) {
        if (endsOn != null && !mayEndOn(endsOn)) {
            return new MembershipEndResult.Past();
        }
        List<Locked> users = lock.lock(customer, userIds).stream()
                .filter(user -> !Objects.equals(user.endsOn(), endsOn))
                .toList();
        touch.each(
                customer,
                users,
                new Touch(
                        "ends_on = :value",
                        endsOn,
                        Types.DATE,
                        endsOn == null ? "user.end_cleared" : "user.end_set",
                        endsOn == null ? Map.of() : Map.of("endsOn", endsOn.toString())),
                actor,
                user -> new MembershipEndChanged(customer, user.id(), user.account(), endsOn));
        return new MembershipEndResult.Set(users.size());
    }
}
