package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What batches of invitations offer. */
@Component
public class Offers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Stores an offer, in the caller's transaction where there is one. */
    @Transactional
    public Offer create(CustomerId customer, OfferContent content) {
        long id = jdbc.sql("""
                        insert into offer (customer_id, inviter_name, contact_email, contact_phone, reason, group_id,
                                           created_at)
                        values (:customer, :inviter, :email, :phone, :reason, :group, :now)
                        returning offer_id
                        """)
                .param("customer", customer.value())
                .param("inviter", content.inviterName())
                .param("email", content.contactEmail())
                .param("phone", content.contactPhone())
                .param("reason", content.reason())
                .param(
                        "group",
                        content.groupId().isPresent() ? content.groupId().getAsLong() : null,
                        Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into offer_play (customer_id, offer_id, play_id)
                        select :customer, :offer, play from unnest(:plays::bigint[]) as play
                        """)
                .param("customer", customer.value())
                .param("offer", id)
                .param("plays", content.playIds().toArray(Long[]::new))
                .update();
        return find(customer, id).orElseThrow();
    }

    /** One of this customer's offers, with the Plays as they are now. */
    public Optional<Offer> find(CustomerId customer, long offerId) {
        return jdbc.sql("""
                        select o.offer_id, o.customer_id, o.inviter_name, o.contact_email, o.contact_phone, o.reason,
                               o.group_id, g.name as group_name
                        from offer o
                        left join user_group g
                          on g.customer_id = o.customer_id and g.group_id = o.group_id and g.deleted_at is null
                        where o.customer_id = :customer and o.offer_id = :offer
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .query((row, number) -> read(row, plays(customer, offerId)))
                .optional();
    }

    /** Which of these offers lead into this group. */
    public Set<Long> intoGroup(CustomerId customer, long groupId, Collection<Long> offerIds) {
        return new HashSet<>(jdbc.sql("""
                        select offer_id from offer
                        where customer_id = :customer and group_id = :group and offer_id = any(:offers)
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .param("offers", offerIds.toArray(Long[]::new))
                .query((row, number) -> row.getLong("offer_id"))
                .list());
    }

    /** The one that was made last. */
    public Optional<Offer> newest(CustomerId customer) {
        return jdbc.sql("select max(offer_id) from offer where customer_id = :customer")
                .param("customer", customer.value())
                .query(Long.class)
                .optional()
                .flatMap(id -> find(customer, id));
    }

    /** The group of each of these offers by its name as it is now; offers without one, or whose group is gone, are left out. */
    public Map<Long, String> groupNames(CustomerId customer, Collection<Long> offerIds) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("""
                        select o.offer_id, g.name
                        from offer o
                        join user_group g
                          on g.customer_id = o.customer_id and g.group_id = o.group_id and g.deleted_at is null
                        where o.customer_id = :customer and o.offer_id = any(:offers)
                        """)
                .param("customer", customer.value())
                .param("offers", offerIds.toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("offer_id"), row.getString("name"));
                });
        return names;
    }

    /** The offers into one group, or to unclassified people; all for {@link GroupFilter.All}. */
    public Set<Long> into(CustomerId customer, GroupFilter group) {
        String where = switch (group) {
            case GroupFilter.All all -> "";
            case GroupFilter.Unclassified none -> " and group_id is null";
            case GroupFilter.Group one -> " and group_id = :group";
        };
        return jdbc.sql("select offer_id from offer where customer_id = :customer" + where)
                .param("customer", customer.value())
                .param("group", group instanceof GroupFilter.Group one ? one.groupId() : null, Types.BIGINT)
                .query((row, number) -> row.getLong("offer_id"))
                .set();
    }

    private List<PrivatePlay> plays(CustomerId customer, long offerId) {
        return jdbc.sql("select " + PlayRows.COLUMNS + """
                         from private_play p
                        where p.customer_id = :customer
                          and p.play_id in (select op.play_id from offer_play op
                                            where op.customer_id = :customer and op.offer_id = :offer
                                            union
                                            select gp.play_id from offer o
                                            join user_group g on g.customer_id = o.customer_id
                                              and g.group_id = o.group_id and g.deleted_at is null
                                            join user_group_play gp on gp.customer_id = g.customer_id
                                              and gp.group_id = g.group_id
                                            where o.customer_id = :customer and o.offer_id = :offer)
                        order by lower(p.name), p.play_id
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .query(PlayRows::read)
                .list();
    }

    private static Offer read(ResultSet row, List<PrivatePlay> plays) throws SQLException {
        long group = row.getLong("group_id");
        return new Offer(
                row.getLong("offer_id"),
                new CustomerId(row.getLong("customer_id")),
                row.getString("inviter_name"),
                row.getString("contact_email"),
                row.getString("contact_phone"),
                row.getString("reason"),
                group == 0 ? OptionalLong.empty() : OptionalLong.of(group),
                row.getString("group_name"),
                plays);
    }
}
