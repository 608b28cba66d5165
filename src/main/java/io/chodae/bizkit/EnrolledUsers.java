package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about the people who accepted. */
@Component
public class EnrolledUsers {

    private static final int MAX_SLICE = 200;

    private static final String USERS = """
            select u.user_id, u.account_id, u.email, u.name, u.phone, u.extra_info, u.group_id, g.name as group_name,
                   u.service_type, u.accepted_at,
                   (select count(*) from private_play p where %s) as plays
            from enrolled_user u
            left join user_group g on g.customer_id = u.customer_id and g.group_id = u.group_id
            where u.customer_id = :customer and u.left_at is null
            """.formatted(UsablePlays.MAY_USE);

    private final JdbcClient jdbc;

    EnrolledUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page, newest first.
     *
     * @param text part of the name, the e-mail or the phone; empty for all
     * @param after where the slice before ended
     */
    public Slice<EnrolledUser> search(
            CustomerId customer, String text, GroupFilter group, Optional<String> after, int limit) {
        int size = Math.clamp(limit, 1, MAX_SLICE);
        Map<String, Object> params = new HashMap<>();
        params.put("customer", customer.value());
        params.put("before", after.map(EnrolledUsers::position).orElse(Long.MAX_VALUE));
        params.put("limit", size + 1);
        String where = switch (group) {
            case GroupFilter.All all -> "";
            case GroupFilter.Unclassified none -> " and u.group_id is null";
            case GroupFilter.Group one -> {
                params.put("group", one.groupId());
                yield " and u.group_id = :group";
            }
        };
        if (!text.isBlank()) {
            params.put("text", LikePattern.contains(text));
            params.put("digits", LikePattern.inDigits(text));
            where += """
                     and (lower(u.email) like :text or u.email_key like :text or lower(u.name) like :text
                          or u.phone like :digits)
                    """;
        }
        List<EnrolledUser> rows = jdbc.sql(
                        USERS + where + " and u.user_id < :before order by u.user_id desc limit :limit")
                .params(params)
                .query(EnrolledUsers::read)
                .list();
        boolean more = rows.size() > size;
        List<EnrolledUser> shown = more ? rows.subList(0, size) : rows;
        return new Slice<>(
                shown, more ? Optional.of(String.valueOf(shown.getLast().id())) : Optional.empty());
    }

    /** One enrolled user of this customer. */
    public Optional<EnrolledUser> find(CustomerId customer, long userId) {
        return jdbc.sql(USERS + " and u.user_id = :user")
                .param("customer", customer.value())
                .param("user", userId)
                .query(EnrolledUsers::read)
                .optional();
    }

    /** As which enrolled user this account may use this Play now; empty where it may not. */
    public Optional<EnrolledUser> usingPlay(CustomerId customer, long playId, AccountId account) {
        return jdbc.sql(USERS + " and u.account_id = :account and exists (select 1 from private_play p"
                        + " where p.play_id = :play and " + UsablePlays.MAY_USE + ")")
                .param("customer", customer.value())
                .param("account", account.value())
                .param("play", playId)
                .query(EnrolledUsers::read)
                .optional();
    }

    /** How many there are. */
    public int count(CustomerId customer) {
        return jdbc.sql("select count(*) from enrolled_user where customer_id = :customer and left_at is null")
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    /** Which of these match keys are enrolled with this customer. */
    public Set<String> enrolledAmong(CustomerId customer, Collection<String> emailKeys) {
        return new HashSet<>(jdbc.sql("""
                        select k.key
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select from enrolled_user u
                                            where u.customer_id = :customer and u.left_at is null
                                              and u.email_key = k.key
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** What the person with this match key agreed to; empty where nobody with it is enrolled. */
    Optional<ServiceType> typeOf(CustomerId customer, String emailKey) {
        return jdbc.sql("""
                        select service_type from enrolled_user
                        where customer_id = :customer and email_key = :key and left_at is null
                        """)
                .param("customer", customer.value())
                .param("key", emailKey)
                .query((row, number) -> ServiceType.valueOf(row.getString("service_type")))
                .optional();
    }

    private static EnrolledUser read(ResultSet row, int number) throws SQLException {
        long group = row.getLong("group_id");
        return new EnrolledUser(
                row.getLong("user_id"),
                new AccountId(row.getLong("account_id")),
                row.getString("email"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("extra_info"),
                group == 0 ? null : group,
                row.getString("group_name"),
                ServiceType.valueOf(row.getString("service_type")),
                row.getInt("plays"),
                row.getTimestamp("accepted_at").toInstant());
    }

    private static long position(String after) {
        return after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }
}
