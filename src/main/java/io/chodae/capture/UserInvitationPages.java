package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pages of the list. Each is a walk along one index from the last row of the page before; where some of the states are
 * asked for, one such walk for each of them, put together.
 */
@Repository
class UserInvitationPages {

    private static final int MOST = 10_000;

    /** Keys are compared by their bytes: what begins with a text lies between it and it with this behind. */
    static final String LAST = "\uDBFF\uDFFD";

    static final String BEGINNING = " and u.email_key >= :from and u.email_key < :to";

    private final JdbcClient jdbc;

    UserInvitationPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UserInvitation> page(
            CustomerId customer,
            Set<UserInvitationState> states,
            UserInvitationOrder order,
            @Nullable UserInvitationPosition after,
            int size,
            String beginning) {
        if (states.isEmpty()) {
            return List.of();
        }
        var query = jdbc.sql(sql(states, order, after != null, !beginning.isEmpty()))
                .param("customer", customer.value())
                .param("size", Math.clamp(size, 1, MOST));
        if (!beginning.isEmpty()) {
            query = query.param("from", beginning).param("to", beginning + LAST);
        }
        if (after != null) {
            query = query.param("key", after.emailKey());
            if (byTime(order)) {
                query = query.param("time", Timestamp.from(after.updatedAt()));
            }
        }
        return query.query(UserInvitationRows::read).list();
    }

    private static String sql(
            Set<UserInvitationState> states, UserInvitationOrder order, boolean behind, boolean narrowed) {
        String beginning = narrowed ? BEGINNING : "";
        if (states.size() == UserInvitationState.values().length) {
            return walk(beginning, order, behind);
        }
        return EnumSet.copyOf(states).stream()
                .map(state -> "(" + walk(" and u.state = '" + state.name() + "'" + beginning, order, behind) + ")")
                .collect(Collectors.joining(
                        " union all ",
                        "select" + UserInvitationRows.COLUMNS + "from (",
                        ") u order by " + sorted(order) + " limit :size"));
    }

    private static String walk(String narrowed, UserInvitationOrder order, boolean behind) {
        return "select" + UserInvitationRows.COLUMNS + "from user_invitation u where u.customer_id = :customer"
                + narrowed + (behind ? " and " + behind(order) : "") + " order by " + sorted(order) + " limit :size";
    }

    private static String behind(UserInvitationOrder order) {
        return switch (order) {
            case EMAIL_ASC -> "u.email_key > :key";
            case EMAIL_DESC -> "u.email_key < :key";
            case UPDATE_TIME_ASC -> "(u.updated_at, u.email_key) > (:time, :key)";
            case UPDATE_TIME_DESC -> "(u.updated_at, u.email_key) < (:time, :key)";
        };
    }

    private static String sorted(UserInvitationOrder order) {
        return switch (order) {
            case EMAIL_ASC -> "u.email_key";
            case EMAIL_DESC -> "u.email_key desc";
            case UPDATE_TIME_ASC -> "u.updated_at, u.email_key";
            case UPDATE_TIME_DESC -> "u.updated_at desc, u.email_key desc";
        };
    }

    private static boolean byTime(UserInvitationOrder order) {
        return switch (order) {
            case UPDATE_TIME_ASC, UPDATE_TIME_DESC -> true;
            case EMAIL_ASC, EMAIL_DESC -> false;
        };
    }
}
