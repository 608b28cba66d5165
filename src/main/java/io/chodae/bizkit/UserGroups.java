package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A publisher's user groups. Users without one are unclassified, which is no row and cannot be deleted. */
@Component
public class UserGroups {

    private static final String GROUPS = """
            select g.group_id, g.name, g.extra_info, g.created_at,
                   (select count(*) from user_group_play gp
                    where gp.customer_id = g.customer_id and gp.group_id = g.group_id) as plays,
                   (select count(*) from enrolled_user u
                    where u.customer_id = g.customer_id and u.group_id = g.group_id and u.left_at is null) as users
            from user_group g
            where g.customer_id = :customer and g.deleted_at is null
            """;

    private final JdbcClient jdbc;

    UserGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with the text in their name or extra info, by name; all for an empty text. */
    public List<UserGroup> search(CustomerId customer, String text) {
        return jdbc.sql(GROUPS + """
                        and (lower(g.name) like :text or lower(g.extra_info) like :text)
                        order by lower(g.name), g.group_id
                        """)
                .param("customer", customer.value())
                .param("text", LikePattern.contains(text))
                .query(UserGroups::read)
                .list();
    }

    /** All of them by name, without counting their users. */
    public List<GroupChoice> choices(CustomerId customer) {
        return jdbc.sql("""
                        select g.group_id, g.name,
                               (select count(*) from user_group_play gp
                                where gp.customer_id = g.customer_id and gp.group_id = g.group_id) as plays
                        from user_group g
                        where g.customer_id = :customer and g.deleted_at is null
                        order by lower(g.name), g.group_id
                        """)
                .param("customer", customer.value())
                .query((row, number) ->
                        new GroupChoice(row.getLong("group_id"), row.getString("name"), row.getInt("plays")))
                .list();
    }

    /** One group that is not deleted. */
    public Optional<UserGroup> find(CustomerId customer, long groupId) {
        return jdbc.sql(GROUPS + " and g.group_id = :group")
                .param("customer", customer.value())
                .param("group", groupId)
                .query(UserGroups::read)
                .optional();
    }

    /** The group's Plays, enabled or not, by name. */
    public List<PrivatePlay> playsOf(CustomerId customer, long groupId) {
        return jdbc.sql("select " + PlayRows.COLUMNS + """
                         from user_group_play gp
                        join user_group g on g.customer_id = gp.customer_id and g.group_id = gp.group_id
                        join private_play p on p.customer_id = gp.customer_id and p.play_id = gp.play_id
                        where gp.customer_id = :customer and gp.group_id = :group and g.deleted_at is null
                        order by lower(p.name), p.play_id
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .query(PlayRows::read)
                .list();
    }

    /** How many enrolled users have no group. */
    public int unclassifiedUsers(CustomerId customer) {
        return jdbc.sql("""
                        select count(*) from enrolled_user
                        where customer_id = :customer and group_id is null and left_at is null
                        """)
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    private static UserGroup read(ResultSet row, int number) throws SQLException {
        return new UserGroup(
                row.getLong("group_id"),
                row.getString("name"),
                row.getString("extra_info"),
                row.getInt("plays"),
                row.getInt("users"),
                row.getTimestamp("created_at").toInstant());
    }
}
