package io.chodae.campaign;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves a campaign on, under its lock. */
@Repository
class WritingStore {

    private final JdbcClient jdbc;

    WritingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign with invitations left to write, kept from every other writer until the transaction ends. */
    Optional<Unfinished> lock(CustomerId customer, long campaignId) {
        return jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and campaign_id = :campaign and state = 'WRITING'
                        for update""")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query((rs, row) -> {
                    long account = rs.getLong("created_by");
                    AccountId creator = rs.wasNull() ? null : new AccountId(account);
                    return new Unfinished(CampaignStore.map(rs, row), rs.getInt("last_row"), creator);
                })
                .optional();
    }

    void advance(Campaign campaign, int lastRow, int written, int skipped) {
        jdbc.sql("""
                        update campaign
                        set last_row = :last, written = written + :written, skipped = skipped + :skipped
                        where customer_id = :customer and campaign_id = :campaign""")
                .param("last", lastRow)
                .param("written", written)
                .param("skipped", skipped)
                .param("customer", campaign.customer().value())
                .param("campaign", campaign.id())
                .update();
    }

    void finish(CustomerId customer, long campaignId, Instant now) {
        end(customer, campaignId, CampaignState.WRITTEN, null, now);
    }

    void fail(CustomerId customer, long campaignId, String why, Instant now) {
        end(customer, campaignId, CampaignState.FAILED, why, now);
    }

    /** Of all customers: what a dead server left behind. */
    List<Campaign> unfinished() {
        return jdbc.sql("select * from campaign where state = 'WRITING' order by created_at")
                .query(CampaignStore::map)
                .list();
    }

    private void end(CustomerId customer, long campaignId, CampaignState state, @Nullable String why, Instant now) {
        jdbc.sql("""
                        update campaign set state = :state, failure = :why, finished_at = :now
                        where customer_id = :customer and campaign_id = :campaign and state = 'WRITING'""")
                .param("state", state.name())
                .param("why", why, Types.VARCHAR)
                .param("now", Timestamp.from(now))
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .update();
    }
}
