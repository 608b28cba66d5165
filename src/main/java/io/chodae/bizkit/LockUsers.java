package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps enrolled users as they are until the transaction ends. Users are the last in the order of locks, and among
 * themselves they are locked by id, so that acts on many do not wait for each other in a circle.
 */
@Component
class LockUsers {

    private final JdbcClient jdbc;
    private final SiteDay day;

    LockUsers(JdbcClient jdbc, SiteDay day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    /**
     * Somebody who has not left.
     *
     * @param group null: unclassified
     */
    record Locked(
            long id,
            AccountId account,
            String email,
            ServiceType type,
            @Nullable Long group,
            boolean suspended,
            @Nullable LocalDate endsOn) {}

    /** Those of the ids who belong to this customer. Whose last day is over has left, whether or not the timer came by. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Locked> lock(CustomerId customer, Collection<Long> userIds) {
        return jdbc.sql("""
                        select user_id, account_id, email, service_type, group_id, suspended_at, ends_on from enrolled_user
                        where customer_id = :customer and user_id = any(:users) and left_at is null
                          and (ends_on is null or ends_on >= :today)
                        order by user_id
                        for no key update
                        """)
                .param("customer", customer.value())
                .param("users", userIds.toArray(Long[]::new))
                .param("today", day.today())
                .query(LockUsers::read)
                .list();
    }

    private static Locked read(ResultSet row, int number) throws SQLException {
        long group = row.getLong("group_id");
        return new Locked(
                row.getLong("user_id"),
                new AccountId(row.getLong("account_id")),
                row.getString("email"),
                ServiceType.valueOf(row.getString("service_type")),
                group == 0 ? null : group,
                row.getTimestamp("suspended_at") != null,
                row.getObject("ends_on", LocalDate.class));
    }
}
