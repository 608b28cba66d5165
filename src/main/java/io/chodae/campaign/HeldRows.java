package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of a campaign that were held back, because their address had enough invitations for a day. */
@Repository
class HeldRows {

    private final JdbcClient jdbc;

    HeldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param again when each of these rows could be sent, by its number */
    void add(Campaign campaign, Map<Integer, Instant> again) {
        if (again.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into held_row (customer_id, campaign_id, row_no, again_at)
                        select :customer, :campaign, t.row, t.again
                        from unnest(:rows::int[], :again::timestamptz[]) as t (row, again)
                        on conflict do nothing""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .param("rows", again.keySet().toArray(Integer[]::new))
                .param("again", again.values().stream().map(Timestamp::from).toArray(Timestamp[]::new))
                .update();
    }

    /** Which of a campaign's rows between these two numbers. */
    Set<Integer> between(Campaign campaign, int first, int last) {
        return new HashSet<>(jdbc.sql("""
                        select row_no from held_row
                        where customer_id = :customer and campaign_id = :campaign and row_no between :first and :last""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .list());
    }

    /** Empty where there are none. */
    Optional<HeldBack> of(CustomerId customer, long campaignId) {
        return jdbc.sql("""
                        select count(*) as people, max(again_at) as again from held_row
                        where customer_id = :customer and campaign_id = :campaign
                        having count(*) > 0""")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query((row, number) -> new HeldBack(
                        row.getInt("people"), row.getTimestamp("again").toInstant()))
                .optional();
    }
}
