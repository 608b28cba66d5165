package io.chodae.capture;

import io.chodae.capture.Standings.Asked;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.GatheredLookup;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about a customer's unmanaged accounts and their invitations. */
@Component
public class UserInvitations {

    private final JdbcClient jdbc;
    private final UserInvitationPages pages;
    private final Standings standings;
    private final GatheredLookup<Asked, Boolean> invitable;

    UserInvitations(JdbcClient jdbc, UserInvitationPages pages, Standings standings) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.standings = standings;
        this.invitable = new GatheredLookup<>(standings::invitable, 2, 100);
    }

    /**
     * One page.
     *
     * @param states those to show; none of them finds nothing
     * @param after the last row of the page before; null for the first page
     * @param size at most this many rows
     */
    public List<UserInvitation> page(
            CustomerId customer,
            Set<UserInvitationState> states,
            UserInvitationOrder order,
            @Nullable UserInvitationPosition after,
            int size) {
        return pages.page(customer, states, order, after, size, "");
    }

    /** The same of those whose address, by its key, begins with a text. */
    public List<UserInvitation> page(
            CustomerId customer,
            Set<UserInvitationState> states,
            String beginning,
            UserInvitationOrder order,
            @Nullable UserInvitationPosition after,
            int size) {
        return pages.page(customer, states, order, after, size, beginning);
    }

    /** That of one address; an unmanaged account that no list shows yet is found as well. */
    public Optional<UserInvitation> find(CustomerId customer, EmailAddress email) {
        Optional<UserInvitation> listed = jdbc.sql("select" + UserInvitationRows.COLUMNS + """
                        from user_invitation u
                        where u.customer_id = :customer and u.email_key = :key
                        """)
                .param("customer", customer.value())
                .param("key", email.key())
                .query(UserInvitationRows::read)
                .optional();
        return listed.or(() -> standings.unlisted(customer, email));
    }

    /**
     * Whether an invitation can be sent to the address: it is the primary one of an unmanaged account. Programs ask this
     * for whole directories over many connections, so what is asked at the same time is looked up together.
     */
    public boolean isInvitable(CustomerId customer, EmailAddress email) {
        return invitable.find(new Asked(customer, email.key())).isPresent();
    }

    /** How many stand in which state; every state is named. */
    public Map<UserInvitationState, Long> counts(CustomerId customer) {
        return counts(customer, "");
    }

    /** The same of those whose address, by its key, begins with a text, each up to a number: a page need not count on. */
    public Map<UserInvitationState, Long> countsUpTo(CustomerId customer, String beginning, int most) {
        Map<UserInvitationState, Long> counts = new EnumMap<>(UserInvitationState.class);
        jdbc.sql("""
                        select s.state, n.n
                        from unnest(:states::text[]) as s (state)
                        cross join lateral (
                            select count(*) as n from (
                                select 1 from user_invitation u
                                where u.customer_id = :customer and u.state = s.state
                        """ + UserInvitationPages.BEGINNING + " limit :most) few) n")
                .param(
                        "states",
                        Stream.of(UserInvitationState.values()).map(Enum::name).toArray(String[]::new))
                .param("customer", customer.value())
                .param("from", beginning)
                .param("to", beginning + UserInvitationPages.LAST)
                .param("most", most)
                .query(row -> {
                    counts.put(UserInvitationState.valueOf(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }

    /** The same of those whose address, by its key, begins with a text. */
    public Map<UserInvitationState, Long> counts(CustomerId customer, String beginning) {
        Map<UserInvitationState, Long> counts = new EnumMap<>(UserInvitationState.class);
        for (UserInvitationState state : UserInvitationState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("select u.state, count(*) as n from user_invitation u where u.customer_id = :customer"
                        + UserInvitationPages.BEGINNING + " group by u.state")
                .param("customer", customer.value())
                .param("from", beginning)
                .param("to", beginning + UserInvitationPages.LAST)
                .query(row -> {
                    counts.put(UserInvitationState.valueOf(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }
}
