package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads enrolled users with their groups. */
final class PeopleRows {

    /** Of {@code enrolled_user u} and {@code user_group g}; takes {@code :today}. */
    static final String COLUMNS = """
            u.user_id, u.account_id, u.invitation_id, u.email, u.email_key, u.name, u.phone, u.extra_info, u.group_id,
            g.name as group_name, u.service_type, u.accepted_at, u.suspended_at, u.ends_on, u.left_at,
            lower(u.name) as sort_name, coalesce(lower(g.name), '') as sort_group,
            (select count(*) from private_play p where %s) as plays
            """.formatted(UsablePlays.MAY_USE);

    static final String GROUP = " left join user_group g on g.customer_id = u.customer_id and g.group_id = u.group_id ";

    private PeopleRows() {}

    static EnrolledUser read(ResultSet row, int number) throws SQLException {
        long group = row.getLong("group_id");
        return new EnrolledUser(
                row.getLong("user_id"),
                new AccountId(row.getLong("account_id")),
                row.getLong("invitation_id"),
                row.getString("email"),
                row.getString("email_key"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("extra_info"),
                group == 0 ? null : group,
                row.getString("group_name"),
                ServiceType.valueOf(row.getString("service_type")),
                row.getInt("plays"),
                row.getTimestamp("accepted_at").toInstant(),
                instant(row.getTimestamp("suspended_at")),
                row.getObject("ends_on", LocalDate.class),
                instant(row.getTimestamp("left_at")),
                row.getString("sort_name"),
                row.getString("sort_group"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
