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
 * consent, so into a group they need a new invitation; becoming unclassified gives them nothing and is done at once.
 */
@Component
public class MoveUsers {

    private final JdbcClient jdbc;
    private final LockUsers lock;
    private final TouchUsers touch;

    MoveUsers(JdbcClient jdbc, LockUsers lock, TouchUsers touch) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.touch = touch;
    }

    /** @param groupId null: unclassified */
    @Transactional
    public MoveResult move(CustomerId customer, Collection<Long> userIds, @Nullable Long groupId, Actor actor) {
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
                        groupId == null ? Map.of() : Map.of("group", groupId.toString(), "name", name.get())),
                actor,
                user -> new UserMoved(customer, user.id(), user.account(), groupId));
        return new MoveResult.Moved(moved.size(), others.size() - moved.size());
    }

    private static boolean maySimplyMove(Locked user, @Nullable Long groupId) {
        return user.type() == ServiceType.SERVICE || groupId == null;
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
