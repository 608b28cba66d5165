package io.chodae.campaign;

import io.chodae.mail.DeliveryCounts;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators, and the watch in their place, do to a campaign; each under its lock. */
@Repository
class SteeringStore {

    private final JdbcClient jdbc;

    SteeringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In whatever state; waits for a chunk that is being written. */
    Optional<Campaign> lock(CustomerId customer, long campaignId) {
        return jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and campaign_id = :campaign
                        for update""")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query(CampaignStore::map)
                .optional();
    }

    /** @return the number of this act */
    int pause(Campaign campaign, Pause pause) {
        return jdbc.sql("""
                        update campaign
                        set state = 'PAUSED', acts = acts + 1, pause_cause = :cause, pause_by = :by, paused_at = :at,
                            pause_failed = :failed, pause_finished = :finished, pause_reply = :reply
                        where customer_id = :customer and campaign_id = :campaign
                        returning acts""")
                .param("cause", pause.cause().name())
                .param("by", pause.by())
                .param("at", Timestamp.from(pause.at()))
                .param("failed", pause.failed())
                .param("finished", pause.finished())
                .param("reply", pause.reply(), Types.VARCHAR)
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Whether anything is left to write, the writer finds out; what failed so far has been seen.
     *
     * @return the number of this act
     */
    int resume(Campaign campaign) {
        return jdbc.sql("""
                        update campaign
                        set state = 'WRITING', failure = null, acts = acts + 1, watched = true,
                            pause_cause = null, pause_by = null, paused_at = null,
                            pause_failed = null, pause_finished = null, pause_reply = null
                        where customer_id = :customer and campaign_id = :campaign
                        returning acts""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }

    /** @return the number of this act */
    int cancel(Campaign campaign, Instant now) {
        return jdbc.sql("""
                        update campaign
                        set state = 'CANCELED', acts = acts + 1, watched = true, canceled_at = :now,
                            finished_at = coalesce(finished_at, :now)
                        where customer_id = :customer and campaign_id = :campaign
                        returning acts""")
                .param("now", Timestamp.from(now))
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .query(Integer.class)
                .single();
    }

    /** Failures are counted from here on. */
    void seen(Campaign campaign, DeliveryCounts counts) {
        jdbc.sql("""
                        update campaign set seen_failed = :failed, seen_finished = :finished, watched = true
                        where customer_id = :customer and campaign_id = :campaign""")
                .param("failed", counts.refused())
                .param("finished", counts.finished())
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .update();
    }

    /** When the rest of a campaign was cancelled; empty for one that was not. */
    Optional<Instant> canceledAt(CustomerId customer, long campaignId) {
        return jdbc.sql("""
                        select canceled_at from campaign
                        where customer_id = :customer and campaign_id = :campaign and state = 'CANCELED'""")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** A watched campaign, and where counting begins. */
    record Watched(Campaign campaign, int seenFailed, int seenFinished) {}

    /** Of all customers: whatever is still written, mailed or cancelled. */
    List<Watched> watched() {
        return jdbc.sql("select * from campaign where watched and state <> 'SCHEDULED' order by created_at")
                .query((rs, row) ->
                        new Watched(CampaignStore.map(rs, row), rs.getInt("seen_failed"), rs.getInt("seen_finished")))
                .list();
    }

    /** There is nothing to wait for any more, unless it was set going again at this moment. */
    void unwatch(Campaign campaign) {
        jdbc.sql("""
                        update campaign set watched = false
                        where customer_id = :customer and campaign_id = :campaign and state = :state""")
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .param("state", campaign.state().name())
                .update();
    }
}
