package io.chodae.invitation;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for a page that is looked at often: each up to a limit, so that a million rows cost no more than thousands. */
@Component
public class CountInvitations {

    private static final int LIMIT = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    CountInvitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of all invitations of the customer. */
    public Map<InvitationState, AtLeast> all(CustomerId customer) {
        return byState(new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 1), customer);
    }

    /**
     * How many of those that the query finds, whatever state and page it asks for, stand in which state; every state is
     * there. Without any other condition each state is counted up to the limit by itself. Else the first so many that
     * fit are counted, and where there are more of them, each number is a least one.
     */
    public Map<InvitationState, AtLeast> byState(InvitationQuery query, CustomerId customer) {
        return query.isWide() ? eachByItself(customer) : amongTheFirst(query, customer);
    }

    /** How many the query finds, whatever page it asks for; of mails, those that did not go out as they should. */
    public AtLeast of(InvitationQuery query, CustomerId customer) {
        Narrowing narrowing = new Narrowing(query, customer, clock.instant());
        query.state().ifPresent(query.mail().isPresent() ? narrowing::met : narrowing::in);
        narrowing.put("limit", LIMIT + 1);
        int found = jdbc.sql("select count(*) from (select from invitation i where " + narrowing.where()
                        + " limit :limit) as few")
                .params(narrowing.params())
                .query(Integer.class)
                .single();
        return new AtLeast(Math.min(found, LIMIT), found > LIMIT);
    }

    private Map<InvitationState, AtLeast> eachByItself(CustomerId customer) {
        Map<InvitationState, AtLeast> counts = new EnumMap<>(InvitationState.class);
        for (InvitationState state : InvitationState.values()) {
            int found = jdbc.sql("select count(*) from (select from invitation i where i.customer_id = :customer and "
                            + Narrowing.condition(state) + " limit :limit) as few")
                    .param("customer", customer.value())
                    .param("state", state.name())
                    .param("now", Timestamp.from(clock.instant()))
                    .param("limit", LIMIT + 1)
                    .query(Integer.class)
                    .single();
            counts.put(state, new AtLeast(Math.min(found, LIMIT), found > LIMIT));
        }
        return counts;
    }

    private Map<InvitationState, AtLeast> amongTheFirst(InvitationQuery query, CustomerId customer) {
        Narrowing narrowing = new Narrowing(query, customer, clock.instant());
        narrowing.put("limit", LIMIT + 1);
        Map<InvitationState, Integer> found = new HashMap<>();
        jdbc.sql("select state_now, count(*) as n from (select " + InvitationRows.STATE_NOW
                        + " as state_now from invitation i where " + narrowing.where()
                        + " limit :limit) as few group by 1")
                .params(narrowing.params())
                .query(row -> {
                    found.put(InvitationState.valueOf(row.getString("state_now")), row.getInt("n"));
                });
        boolean more = found.values().stream().mapToInt(Integer::intValue).sum() > LIMIT;
        Map<InvitationState, AtLeast> counts = new EnumMap<>(InvitationState.class);
        for (InvitationState state : List.of(InvitationState.values())) {
            counts.put(state, new AtLeast(found.getOrDefault(state, 0), more));
        }
        return counts;
    }
}
