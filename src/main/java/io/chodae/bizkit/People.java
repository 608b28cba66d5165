package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The list of enrolled users, page by page. Every sorting goes along an index, so that the last page of a million costs
 * what the first one costs.
 */
@Component
public class People {

    private static final int MAX_SLICE = 1_000;

    /** Groups asked at once for the people of the next page. */
    private static final int GROUPS = 20;

    private final JdbcClient jdbc;
    private final SiteDay day;

    People(JdbcClient jdbc, SiteDay day) {
        this.jdbc = jdbc;
        this.day = day;
    }

    /**
     * One page.
     *
     * @param after where the page before ended; one that was made for another sorting counts for nothing
     * @param limit at most 1,000
     */
    public Slice<EnrolledUser> search(
            CustomerId customer, PeopleFilter filter, PeopleSort sort, Optional<String> after, int limit) {
        int size = Math.clamp(limit, 1, MAX_SLICE);
        PeoplePosition from = PeoplePosition.of(after, sort);
        List<EnrolledUser> rows = sort == PeopleSort.GROUP
                ? byGroup(customer, filter, from, size + 1)
                : alongIndex(customer, filter, from, size + 1);
        boolean more = rows.size() > size;
        List<EnrolledUser> shown = more ? rows.subList(0, size) : rows;
        return new Slice<>(
                shown,
                more ? Optional.of(PeoplePosition.after(shown.getLast(), sort).text()) : Optional.empty());
    }

    /** Whom a selection is about now. */
    public PeopleCount count(CustomerId customer, Selection selection) {
        Map<String, Object> params = params(customer);
        String where = PeopleWhere.of(selection, day.today(), params);
        params.remove("today");
        return jdbc.sql("""
                        select count(*) as people, count(*) filter (where u.service_type = 'PLAY') as by_play,
                               count(u.suspended_at) as suspended, coalesce(max(u.user_id), 0) as last_user
                        from enrolled_user u where u.customer_id = :customer and u.left_at is null
                        """ + where)
                .params(params)
                .query((row, number) -> new PeopleCount(
                        row.getInt("people"), row.getInt("by_play"), row.getInt("suspended"), row.getLong("last_user")))
                .single();
    }

    /** How many a filter finds, counted no further than to the limit. */
    public int countUpTo(CustomerId customer, PeopleFilter filter, int limit) {
        Map<String, Object> params = params(customer);
        String where = PeopleWhere.of(new Selection.Matching(filter), day.today(), params);
        params.remove("today");
        params.put("limit", limit);
        return jdbc.sql("select count(*) from (select 1 from enrolled_user u"
                        + " where u.customer_id = :customer and u.left_at is null" + where + " limit :limit) as found")
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** The next ids of a selection, ascending. */
    List<Long> ids(CustomerId customer, Selection selection, long after, long upTo, int limit) {
        Map<String, Object> params = params(customer);
        String where = PeopleWhere.of(selection, day.today(), params);
        params.remove("today");
        params.putAll(Map.of("after", after, "upTo", upTo, "limit", limit));
        return jdbc.sql("select u.user_id from enrolled_user u where u.customer_id = :customer and u.left_at is null"
                        + where + " and u.user_id > :after and u.user_id <= :upTo order by u.user_id limit :limit")
                .params(params)
                .query((row, number) -> row.getLong("user_id"))
                .list();
    }

    private List<EnrolledUser> alongIndex(CustomerId customer, PeopleFilter filter, PeoplePosition from, int limit) {
        Map<String, Object> params = params(customer);
        params.put("user", from.user());
        String order;
        String beyond;
        switch (from.sort()) {
            case NAME -> {
                order = "lower(u.name), u.user_id";
                beyond = from.user() < 0 ? "" : " and (lower(u.name), u.user_id) > (:key, :user)";
            }
            case EMAIL -> {
                order = "u.email_key";
                beyond = from.user() < 0 ? "" : " and u.email_key > :key";
            }
            default -> {
                order = "u.user_id desc";
                beyond = " and u.user_id < :user";
            }
        }
        if (beyond.contains(":key")) {
            params.put("key", from.key());
        }
        String where = PeopleWhere.of(new Selection.Matching(filter), day.today(), params);
        params.put("limit", limit);
        if (!beyond.contains(":user")) {
            params.remove("user");
        }
        return jdbc.sql("select " + PeopleRows.COLUMNS + " from (select * from enrolled_user u"
                        + " where u.customer_id = :customer and u.left_at is null" + where + beyond + " order by "
                        + order + " limit :limit) u" + PeopleRows.GROUP + " order by " + order)
                .params(params)
                .query(PeopleRows::read)
                .list();
    }

    /** Group by group in the order of their names, a few at once, until the page is full. */
    private List<EnrolledUser> byGroup(CustomerId customer, PeopleFilter filter, PeoplePosition from, int limit) {
        List<Long> groups = groups(customer, filter, from);
        List<EnrolledUser> rows = new ArrayList<>();
        for (int i = 0; i < groups.size() && rows.size() < limit; i += GROUPS) {
            List<Long> some = groups.subList(i, Math.min(groups.size(), i + GROUPS));
            rows.addAll(ofGroups(customer, filter, some, from, limit - rows.size()));
        }
        return rows;
    }

    private List<Long> groups(CustomerId customer, PeopleFilter filter, PeoplePosition from) {
        return switch (filter.group()) {
            case GroupFilter.Group one -> List.of(one.groupId());
            case GroupFilter.Unclassified none -> List.of(0L);
            case GroupFilter.All all -> from.group() == 0 ? List.of(0L) : namedGroups(customer, from);
        };
    }

    /** With 0, which is no group's id, for unclassified people at the end. */
    private List<Long> namedGroups(CustomerId customer, PeoplePosition from) {
        List<Long> groups = new ArrayList<>(jdbc.sql("""
                        select group_id from user_group
                        where customer_id = :customer and deleted_at is null
                          and (lower(name), group_id) >= (:name, :group)
                        order by lower(name), group_id
                        """)
                .param("customer", customer.value())
                .param("name", from.key())
                .param("group", from.group())
                .query((row, number) -> row.getLong("group_id"))
                .list());
        groups.add(0L);
        return groups;
    }

    private List<EnrolledUser> ofGroups(
            CustomerId customer, PeopleFilter filter, List<Long> groups, PeoplePosition from, int limit) {
        Map<String, Object> params = params(customer);
        String where = PeopleWhere.of(new Selection.Matching(filter), day.today(), params);
        params.putAll(Map.of(
                "groups", groups.toArray(Long[]::new), "from", from.group(), "user", from.user(), "limit", limit));
        return jdbc.sql("select " + PeopleRows.COLUMNS + """
                         from (select one.*, k.place
                               from unnest(:groups::bigint[]) with ordinality as k (id, place)
                               cross join lateral (
                                 select * from enrolled_user u
                                 where u.customer_id = :customer and u.left_at is null
                                   and coalesce(u.group_id, 0) = k.id
                                   and u.user_id > case when k.id = :from then :user else -1 end
                        """ + where + """
                                 order by u.user_id limit :limit) one
                               order by k.place, one.user_id
                               limit :limit) u
                        """ + PeopleRows.GROUP
                        + " order by u.place, u.user_id")
                .params(params)
                .query(PeopleRows::read)
                .list();
    }

    private Map<String, Object> params(CustomerId customer) {
        Map<String, Object> params = new HashMap<>();
        params.put("customer", customer.value());
        params.put("today", day.today());
        return params;
    }
}
