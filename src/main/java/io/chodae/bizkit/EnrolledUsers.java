package io.chodae.bizkit;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
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

    private final JdbcClient jdbc;
    private final People people;
    private final SiteDay day;

    EnrolledUsers(JdbcClient jdbc, People people, SiteDay day) {
        this.jdbc = jdbc;
        this.people = people;
        this.day = day;
    }

    /**
     * One page, newest first.
     *
     * @param text part of the name, the e-mail or the phone; empty for all
     * @param after where the slice before ended
     */
    public Slice<EnrolledUser> search(
            CustomerId customer, String text, GroupFilter group, Optional<String> after, int limit) {
        PeopleFilter filter = new PeopleFilter(text, group, null, PeopleStanding.ANY);
        return people.search(customer, filter, PeopleSort.NEWEST, after, Math.min(limit, MAX_SLICE));
    }

    /** One enrolled user of this customer, who has not left. */
    public Optional<EnrolledUser> find(CustomerId customer, long userId) {
        return findEver(customer, userId).filter(user -> !user.left());
    }

    /** The same, for whoever left too. */
    public Optional<EnrolledUser> findEver(CustomerId customer, long userId) {
        return jdbc.sql("select " + PeopleRows.COLUMNS + " from enrolled_user u" + PeopleRows.GROUP
                        + " where u.customer_id = :customer and u.user_id = :user")
                .param("customer", customer.value())
                .param("user", userId)
                .param("today", day.today())
                .query(PeopleRows::read)
                .optional();
    }

    /** As which enrolled user this account may use this Play now; empty where it may not. */
    public Optional<EnrolledUser> usingPlay(CustomerId customer, long playId, AccountId account) {
        return jdbc.sql("select " + PeopleRows.COLUMNS + " from enrolled_user u" + PeopleRows.GROUP
                        + " where u.customer_id = :customer and u.left_at is null and u.account_id = :account"
                        + " and exists (select 1 from private_play p where p.play_id = :play and "
                        + UsablePlays.MAY_USE + ")")
                .param("customer", customer.value())
                .param("account", account.value())
                .param("play", playId)
                .param("today", day.today())
                .query(PeopleRows::read)
                .optional();
    }

    /** What the person may use now, by name. */
    public List<PrivatePlay> usablePlays(CustomerId customer, long userId) {
        return jdbc.sql("select " + PlayRows.COLUMNS + " from enrolled_user u, private_play p"
                        + " where u.customer_id = :customer and u.user_id = :user and " + UsablePlays.MAY_USE
                        + " order by lower(p.name), p.play_id")
                .param("customer", customer.value())
                .param("user", userId)
                .param("today", day.today())
                .query(PlayRows::read)
                .list();
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

    /** What the people with these match keys agreed to; whoever is not enrolled is left out. */
    Map<String, ServiceType> typesAmong(CustomerId customer, Collection<String> emailKeys) {
        Map<String, ServiceType> types = new HashMap<>();
        jdbc.sql("""
                        select k.key, found.service_type
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select u.service_type from enrolled_user u
                                            where u.customer_id = :customer and u.left_at is null
                                              and u.email_key = k.key
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .query(row -> {
                    types.put(row.getString("key"), ServiceType.valueOf(row.getString("service_type")));
                });
        return types;
    }
}
