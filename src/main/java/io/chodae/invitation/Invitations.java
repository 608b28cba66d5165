package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Slice;
import io.chodae.shared.SqlCondition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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

    private static final String FUNNEL = """
            count(*) as invited,
            count(*) filter (where i.went_on_at is not null) as went_on,
            count(*) filter (where i.state = 'ACCEPTED') as accepted,
            count(*) filter (where i.state = 'DECLINED') as declined,
            count(*) filter (where i.state = 'EXPIRED'
                             or i.state = 'INVITED' and i.expires_at <= :now) as expired
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final InvitationPages pages;

    Invitations(JdbcClient jdbc, Clock clock, InvitationPages pages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pages = pages;
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

    /** Whether any invitation to this address waits for an answer now. */
    public boolean isAnyOut(CustomerId customer, EmailAddress email) {
        return jdbc.sql("""
                        select exists (select 1 from invitation
                                       where customer_id = :customer and email_key = :key
                                         and state = 'INVITED' and expires_at > :now)
                        """)
                .param("customer", customer.value())
                .param("key", email.key())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** One page. */
    public Slice<Invitation> search(InvitationQuery query, CustomerId customer) {
        return pages.search(query, customer);
    }

    /**
     * The numbers of all that the query finds, whatever page it asks for, the highest first.
     *
     * @param before only those below
     */
    public List<Long> ids(InvitationQuery query, CustomerId customer, long before, int limit) {
        Narrowing narrowing = new Narrowing(query, customer, clock.instant());
        query.state().ifPresent(narrowing::in);
        narrowing.and("i.invitation_id < :before", "before", before);
        narrowing.put("limit", limit);
        return jdbc.sql("select i.invitation_id from invitation i where " + narrowing.where()
                        + " order by i.invitation_id desc limit :limit")
                .params(narrowing.params())
                .query((row, number) -> row.getLong("invitation_id"))
                .list();
    }

    /** How many of all stand in which state, counted one by one; states with none are left out. */
    public Map<InvitationState, Integer> counts(CustomerId customer) {
        return counts(new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 1), customer);
    }

    /** The same of one sending. */
    public Map<InvitationState, Integer> countsOf(CustomerId customer, long offerId) {
        return counts(
                new InvitationQuery("", Optional.empty(), OptionalLong.of(offerId), Optional.empty(), 1), customer);
    }

    /** The same of all that the query finds, whatever page it asks for. */
    public Map<InvitationState, Integer> countsIn(InvitationQuery query, CustomerId customer) {
        Map<InvitationState, Integer> counts = counts(query, customer);
        query.state().ifPresent(state -> counts.keySet().retainAll(Set.of(state)));
        return counts;
    }

    /** The same of all that the query finds, whatever state and page it asks for. */
    public Map<InvitationState, Integer> counts(InvitationQuery query, CustomerId customer) {
        Narrowing narrowing = new Narrowing(query, customer, clock.instant());
        Map<InvitationState, Integer> counts = new EnumMap<>(InvitationState.class);
        jdbc.sql("select " + InvitationRows.STATE_NOW + " as state_now, count(*) as n from invitation i where "
                        + narrowing.where() + " group by 1")
                .params(narrowing.params())
                .query(row -> {
                    counts.put(InvitationState.valueOf(row.getString("state_now")), row.getInt("n"));
                });
        return counts;
    }

    /** How far the people of one sending came. */
    public Funnel funnelOf(CustomerId customer, long offerId) {
        return jdbc.sql("select " + FUNNEL + """
                        from invitation i
                        where i.customer_id = :customer and i.offer_id = :offer
                        """)
                .param("customer", customer.value())
                .param("offer", offerId)
                .param("now", now())
                .query(Invitations::funnel)
                .single();
    }

    /** How far all came whose newest mail was asked for at this time or later. */
    public Funnel funnelSince(CustomerId customer, Instant from) {
        return jdbc.sql("select " + FUNNEL + """
                        from invitation i
                        where i.customer_id = :customer and i.sent_at >= :from
                        """)
                .param("customer", customer.value())
                .param("from", Timestamp.from(from))
                .param("now", now())
                .query(Invitations::funnel)
                .single();
    }

    /** How many of them have a newest mail of which this is true; {@link InvitationQuery} has the words for it. */
    public int countSince(CustomerId customer, Instant from, SqlCondition mail) {
        return jdbc.sql("""
                        select count(*) from invitation i
                        where i.customer_id = :customer and i.sent_at >= :from and
                        """ + mail.sql())
                .params(mail.params())
                .param("customer", customer.value())
                .param("from", Timestamp.from(from))
                .query(Integer.class)
                .single();
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
                                              and i.state is not distinct from 'INVITED'
                                              and (i.expires_at <= :now) is not true
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
                        cross join lateral (select coalesce(i.moved_offer_id, i.offer_id) as offer_id from invitation i
                                            where i.customer_id = :customer and i.email_key = k.key
                                              and i.state is not distinct from 'INVITED' and i.kind = 'BIZ'
                                              and (i.expires_at <= :now) is not true
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

    private static Funnel funnel(ResultSet row, int number) throws SQLException {
        return new Funnel(
                row.getInt("invited"),
                row.getInt("went_on"),
                row.getInt("accepted"),
                row.getInt("declined"),
                row.getInt("expired"));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
