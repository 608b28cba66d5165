package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what an offer still stands for, and keeps it so until the transaction ends: whoever deletes the group or
 * switches a Play off waits. Locks in one order, group before Plays by id.
 */
@Component
class LockOffer {

    private final JdbcClient jdbc;

    LockOffer(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What can be had now.
     *
     * @param groupId null for unclassified people
     * @param plays the enabled ones, at least one
     */
    record Standing(@Nullable Long groupId, List<Long> plays) {}

    /** Empty where the offer, its group or every Play of it is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Standing> lock(CustomerId customer, long offerId) {
        List<Standing> offers = jdbc.sql("""
                        select o.group_id from offer o where o.customer_id = :customer and o.offer_id = :offer
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .query((row, number) -> {
                    long group = row.getLong("group_id");
                    return new Standing(row.wasNull() ? null : group, List.of());
                })
                .list();
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        Long group = offers.getFirst().groupId();
        return group == null || lockGroup(customer, group) ? lockPlays(customer, offerId, group) : Optional.empty();
    }

    /** Those of the offers that stand, all kept so; the groups first, in their order, and then the Plays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> lockAll(CustomerId customer, Collection<Long> offerIds) {
        Long[] offers = offerIds.toArray(Long[]::new);
        List<Long> groups = jdbc.sql("""
                        select group_id from user_group
                        where customer_id = :customer and deleted_at is null
                          and group_id in (select o.group_id from offer o
                                           where o.customer_id = :customer and o.offer_id = any(:offers))
                        order by group_id
                        for share
                        """)
                .param("customer", customer.value())
                .param("offers", offers)
                .query((row, number) -> row.getLong("group_id"))
                .list();
        List<Long> plays = jdbc.sql("""
                        select p.play_id from private_play p
                        where p.customer_id = :customer and p.enabled
                          and p.play_id in (select op.play_id from offer_play op
                                            where op.customer_id = :customer and op.offer_id = any(:offers)
                                            union all
                                            select gp.play_id from user_group_play gp
                                            where gp.customer_id = :customer and gp.group_id = any(:groups))
                        order by p.play_id
                        for share
                        """)
                .param("customer", customer.value())
                .param("offers", offers)
                .param("groups", groups.toArray(Long[]::new))
                .query((row, number) -> row.getLong("play_id"))
                .list();
        return jdbc.sql("""
                        select o.offer_id from offer o
                        where o.customer_id = :customer and o.offer_id = any(:offers)
                          and (o.group_id is null or o.group_id = any(:groups))
                          and (exists (select from offer_play op
                                       where op.customer_id = o.customer_id and op.offer_id = o.offer_id
                                         and op.play_id = any(:plays))
                               or exists (select from user_group_play gp
                                          where gp.customer_id = o.customer_id and gp.group_id = o.group_id
                                            and gp.play_id = any(:plays)))
                        """)
                .param("customer", customer.value())
                .param("offers", offers)
                .param("groups", groups.toArray(Long[]::new))
                .param("plays", plays.toArray(Long[]::new))
                .query((row, number) -> row.getLong("offer_id"))
                .set();
    }

    private boolean lockGroup(CustomerId customer, long groupId) {
        return jdbc.sql("""
                        select group_id from user_group
                        where customer_id = :customer and group_id = :group and deleted_at is null
                        for share
                        """)
                .param("customer", customer.value())
                .param("group", groupId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private Optional<Standing> lockPlays(CustomerId customer, long offerId, @Nullable Long groupId) {
        List<Long> plays = jdbc.sql("""
                        select p.play_id from private_play p
                        where p.customer_id = :customer and p.enabled
                          and p.play_id in (select op.play_id from offer_play op
                                            where op.customer_id = :customer and op.offer_id = :offer
                                            union all
                                            select gp.play_id from user_group_play gp
                                            where gp.customer_id = :customer and gp.group_id = :group)
                        order by p.play_id
                        for share
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("group", groupId, Types.BIGINT)
                .query((row, number) -> row.getLong("play_id"))
                .list();
        return plays.isEmpty() ? Optional.empty() : Optional.of(new Standing(groupId, plays));
    }
}
