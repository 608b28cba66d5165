package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import io.chodae.shared.Slice;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about a customer's invitations. */
@Component
public class Invitations {

    private static final int MAX_SLICE = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One invitation of this customer. */
    public Optional<Invitation> find(InvitationId id) {
        return byIds(id.customer(), List.of(id.value())).stream().findFirst();
    }

    /** Those of the ids that this customer has, in no particular order. */
    public List<Invitation> byIds(CustomerId customer, Collection<Long> ids) {
        return jdbc.sql("select " + InvitationRows.COLUMNS + """
                        from invitation i
                        where i.customer_id = :customer and i.invitation_id = any(:ids)
                        """)
                .param("customer", customer.value())
                .param("ids", ids.toArray(Long[]::new))
                .param("now", now())
                .query(InvitationRows::read)
                .list();
    }

    /** Those that people with these match keys have to one offer, in no particular order. */
    public List<Invitation> toOffer(CustomerId customer, long offerId, Collection<String> emailKeys) {
        return jdbc.sql("select " + InvitationRows.COLUMNS + """
                        from invitation i
                        where i.customer_id = :customer and i.offer_id = :offer and i.email_key = any(:keys)
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("keys", emailKeys.toArray(String[]::new))
                .param("now", now())
                .query(InvitationRows::read)
                .list();
    }

    /** One page, newest first. */
    public Slice<Invitation> search(InvitationQuery query, CustomerId customer) {
        int limit = Math.clamp(query.limit(), 1, MAX_SLICE);
        Map<String, Object> params = params(customer);
        params.put("limit", limit + 1);
        params.put("before", query.after().map(Invitations::position).orElse(Long.MAX_VALUE));
        StringBuilder where = new StringBuilder();
        query.state().ifPresent(state -> {
            where.append(" and ").append(condition(state));
            params.put("state", state.name());
        });
        narrow(query, where, params);
        List<Invitation> rows = jdbc.sql("select " + InvitationRows.COLUMNS + """
                        from invitation i
                        where i.customer_id = :customer and i.invitation_id < :before
                        """ + where
                        + " order by i.invitation_id desc limit :limit")
                .params(params)
                .query(InvitationRows::read)
                .list();
        boolean more = rows.size() > limit;
        List<Invitation> shown = more ? rows.subList(0, limit) : rows;
        return new Slice<>(
                shown, more ? Optional.of(String.valueOf(shown.getLast().id().value())) : Optional.empty());
    }

    /** How many of all stand in which state; states with none are left out. */
    public Map<InvitationState, Integer> counts(CustomerId customer) {
        return counts("", params(customer));
    }

    /** The same of one offer. */
    public Map<InvitationState, Integer> countsOf(CustomerId customer, long offerId) {
        return counts(
                new InvitationQuery("", Optional.empty(), OptionalLong.of(offerId), Optional.empty(), 1), customer);
    }

    /** The same of all that the query's text and offer leave, whatever state and page it asks for. */
    public Map<InvitationState, Integer> counts(InvitationQuery query, CustomerId customer) {
        Map<String, Object> params = params(customer);
        StringBuilder where = new StringBuilder();
        narrow(query, where, params);
        return counts(where.toString(), params);
    }

    private Map<InvitationState, Integer> counts(String where, Map<String, Object> params) {
        Map<InvitationState, Integer> counts = new EnumMap<>(InvitationState.class);
        jdbc.sql("select " + InvitationRows.STATE_NOW + """
                         as state_now, count(*) as n
                        from invitation i
                        where i.customer_id = :customer
                        """ + where + " group by 1")
                .params(params)
                .query(row -> {
                    counts.put(InvitationState.valueOf(row.getString("state_now")), row.getInt("n"));
                });
        return counts;
    }

    private static void narrow(InvitationQuery query, StringBuilder where, Map<String, Object> params) {
        query.offerId().ifPresent(offer -> {
            where.append(" and i.offer_id = :offer");
            params.put("offer", offer);
        });
        if (!query.text().isBlank()) {
            where.append("""
                     and (lower(i.email) like :text or i.email_key like :text or lower(i.name) like :text
                          or i.phone like :digits)
                    """);
            params.put("text", LikePattern.contains(query.text()));
            params.put("digits", LikePattern.inDigits(query.text()));
        }
    }

    private Map<String, Object> params(CustomerId customer) {
        Map<String, Object> params = new HashMap<>();
        params.put("customer", customer.value());
        params.put("now", now());
        return params;
    }

    /** Invitations of this customer whose link is alive. */
    public int pending(CustomerId customer) {
        return jdbc.sql("""
                        select count(*) from invitation
                        where customer_id = :customer and state = 'INVITED' and expires_at > :now
                        """)
                .param("customer", customer.value())
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /** Which of these match keys have a live invitation of this customer. */
    public Set<String> pendingAmong(CustomerId customer, Collection<String> emailKeys) {
        return new HashSet<>(jdbc.sql("""
                        select k.key
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select from invitation i
                                            where i.customer_id = :customer and i.email_key = k.key
                                              and i.state is not distinct from 'INVITED' and i.expires_at > :now
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .param("now", now())
                .query(String.class)
                .list());
    }

    /** The offers of the live invitations that people with these match keys have; one live invitation a key. */
    public Map<String, Long> liveOffers(CustomerId customer, Collection<String> emailKeys) {
        Map<String, Long> offers = new HashMap<>();
        jdbc.sql("""
                        select k.key, found.offer_id
                        from unnest(:keys::text[]) as k (key)
                        cross join lateral (select i.offer_id from invitation i
                                            where i.customer_id = :customer and i.email_key = k.key
                                              and i.state is not distinct from 'INVITED' and i.kind = 'BIZ'
                                              and i.expires_at > :now
                                            limit 1) as found
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .param("now", now())
                .query(row -> {
                    offers.put(row.getString("key"), row.getLong("offer_id"));
                });
        return offers;
    }

    /** One invitation, locked until the caller's transaction ends. */
    Optional<Invitation> lock(InvitationId id) {
        return jdbc.sql("select " + InvitationRows.COLUMNS + """
                        from invitation i
                        where i.customer_id = :customer and i.invitation_id = :id
                        for update
                        """)
                .param("customer", id.customer().value())
                .param("id", id.value())
                .param("now", now())
                .query(InvitationRows::read)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static long position(String after) {
        return after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }

    /** The state as people see it, said so that the index on the stored state helps. */
    private static String condition(InvitationState state) {
        return switch (state) {
            case INVITED -> "i.state = :state and i.expires_at > :now";
            case EXPIRED -> "(i.state = :state or (i.state = 'INVITED' and i.expires_at <= :now))";
            case NOT_YET_SENT, ACCEPTED, DECLINED -> "i.state = :state";
        };
    }
}
