package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds, or makes, the same offers into another group: the same words, and what that group may use. */
@Component
public class RetargetOffers {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LockOffer lock;

    RetargetOffers(JdbcClient jdbc, Clock clock, LockOffer lock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * In the caller's transaction. An offer into that group already is its own target, and the way back leads to the
     * offer that was there first.
     *
     * @param offerIds of this customer; others are left out
     * @return the target by each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Long> into(CustomerId customer, Collection<Long> offerIds, long groupId) {
        Long[] offers = offerIds.toArray(Long[]::new);
        jdbc.sql("""
                        insert into offer (customer_id, inviter_name, contact_email, contact_phone, reason, group_id,
                                           created_at, moved_from)
                        select distinct on (r.offer_id)
                               r.customer_id, r.inviter_name, r.contact_email, r.contact_phone, r.reason, g.group_id,
                               cast(:now as timestamptz), r.offer_id
                        from offer o
                        join offer r on r.customer_id = o.customer_id and r.offer_id = coalesce(o.moved_from, o.offer_id)
                        join user_group g on g.customer_id = o.customer_id and g.group_id = :group
                                         and g.deleted_at is null
                        where o.customer_id = :customer and o.offer_id = any(:offers)
                          and r.group_id is distinct from :group
                        on conflict do nothing
                        """)
                .param("customer", customer.value())
                .param("offers", offers)
                .param("group", groupId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        Map<Long, Long> targets = new HashMap<>();
        jdbc.sql("""
                        select o.offer_id, t.offer_id as target
                        from offer o
                        join offer t on t.customer_id = o.customer_id and t.group_id = :group
                          and (t.moved_from = coalesce(o.moved_from, o.offer_id)
                               or t.offer_id = coalesce(o.moved_from, o.offer_id))
                        where o.customer_id = :customer and o.offer_id = any(:offers)
                        """)
                .param("customer", customer.value())
                .param("offers", offers)
                .param("group", groupId)
                .query(row -> {
                    targets.put(row.getLong("offer_id"), row.getLong("target"));
                });
        return targets;
    }

    /**
     * Of which of these something can be had, and will until the caller's transaction ends. To be asked after the
     * invitations are locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> standing(CustomerId customer, Collection<Long> offerIds) {
        return lock.lockAll(customer, offerIds);
    }
}
