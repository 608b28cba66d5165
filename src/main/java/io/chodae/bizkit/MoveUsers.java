package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.bizkit.LockUsers.Locked;
import io.chodae.bizkit.TouchUsers.Touch;
import io.chodae.shared.CustomerId;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts people into another group, or into none. SERVICE users are moved at once. PLAY users get no Play without their
 * consent, so into a group they are invited, and stay where they are until they accept; becoming unclassified gives them
 * nothing and is done at once.
 */
@Component
public class MoveUsers {

    private final JdbcClient jdbc;
    private final LockUsers lock;
    private final TouchUsers touch;
    private final OfferPlays offerPlays;

    MoveUsers(JdbcClient jdbc, LockUsers lock, TouchUsers touch, OfferPlays offerPlays) {
        this.jdbc = jdbc;
        this.offerPlays = offerPlays;
        this.lock = lock;
        this.touch = touch;
    }

    /** @param groupId null: unclassified */
    @Transactional
    public MoveResult move(CustomerId customer, Collection<Long> userIds, @Nullable Long groupId, Actor actor) {
        if (groupId != null) {
            // links are given out before anything else is locked; of a group that is gone by then nobody can accept
            offerPlays.toUsers(customer, groupId, toBeAsked(customer, userIds, groupId), actor);
        }
        Optional<String> name = groupId == null ? Optional.of("") : lockGroup(customer, groupId);
        if (name.isEmpty()) {
            return new MoveResult.GroupGone();
        }
        List<Locked> others = lock.lock(customer, userIds).stream()
                .filter(user -> !Objects.equals(user.group(), groupId))
                .toList();
        List<Locked> moved =
                others.stream().filter(user -> maySimplyMove(user, groupId)).toList();
        touch.each(
                customer,
                moved,
                new Touch(
                        "group_id = :value",
                        groupId,
                        Types.BIGINT,
                        groupId == null ? "user.unclassified" : "user.moved",
                        groupId == null ? Map.of() : Map.of("group", groupId.toString(), "groupName", name.get())),
                actor,
                user -> new UserMoved(customer, user.id(), user.account(), groupId));
        return new MoveResult.Moved(moved.size(), others.size() - moved.size());
    }

    private static boolean maySimplyMove(Locked user, @Nullable Long groupId) {
        return user.type() == ServiceType.SERVICE || groupId == null;
    }

    private List<Long> toBeAsked(CustomerId customer, Collection<Long> userIds, long groupId) {
        return jdbc.sql("""
                        select u.user_id from enrolled_user u
                        join user_group g on g.customer_id = u.customer_id and g.group_id = :group
                        where u.customer_id = :customer and u.user_id = any(:users) and u.left_at is null
                          and u.service_type = 'PLAY' and u.group_id is distinct from :group and g.deleted_at is null
                        """)
                .param("customer", customer.value())
                .param("users", userIds.toArray(Long[]::new))
                .param("group", groupId)
                .query((row, number) -> row.getLong("user_id"))
                .list();
    }

    /** Whoever deletes the group waits, and finds everybody who was moved into it. */
    private Optional<String> lockGroup(CustomerId customer, long groupId) {
        return jdbc.sql("""
                        select name from user_group
                        where customer_id = :customer and group_id = :group and deleted_at is null
                        for share
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .query(String.class)
                .optional();
    }
}
