package io.chodae.bizkit;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a group; its users become unclassified. Invitations into it that are still out can no longer be accepted. */
@Component
public class DeleteUserGroup {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    DeleteUserGroup(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** How many users became unclassified; empty where this customer has no such group. */
    @Transactional
    public OptionalInt delete(CustomerId customer, long groupId, Actor actor) {
        int deleted = jdbc.sql("""
                        update user_group set deleted_at = :now
                        where customer_id = :customer and group_id = :group and deleted_at is null
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (deleted == 0) {
            return OptionalInt.empty();
        }
        int users = jdbc.sql("""
                        update enrolled_user u set group_id = null
                        from (select customer_id, user_id from enrolled_user
                              where customer_id = :customer and group_id = :group and left_at is null
                              order by user_id
                              for no key update) as inside
                        where u.customer_id = inside.customer_id and u.user_id = inside.user_id
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .update();
        audit.record(
                customer,
                actor,
                "group.deleted",
                "group",
                String.valueOf(groupId),
                Map.of("usersUnclassified", String.valueOf(users)));
        return OptionalInt.of(users);
    }
}
