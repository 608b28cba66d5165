package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of campaigns, as it is read and begun; {@link WritingStore} moves it on. */
@Repository
class CampaignStore {

    private final JdbcClient jdbc;

    CampaignStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Draft draft, long offerId, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into campaign (customer_id, draft_id, offer_id, state, total, created_by, created_label,
                            created_at)
                        values (:customer, :draft, :offer, 'WRITING', :total, :account, :label, :now)
                        returning campaign_id""")
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .param("offer", offerId)
                .param("total", draft.roster().ready())
                .param("account", account == null ? null : account.value())
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** The campaign that a sent draft became. */
    long ofDraft(CustomerId customer, long draftId) {
        return findOfDraft(customer, draftId).orElseThrow();
    }

    Optional<Long> findOfDraft(CustomerId customer, long draftId) {
        return jdbc.sql("select campaign_id from campaign where customer_id = :customer and draft_id = :draft")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(Long.class)
                .optional();
    }

    Optional<Campaign> findOfOffer(CustomerId customer, long offerId) {
        return jdbc
                .sql("select * from campaign where customer_id = :customer and offer_id = :offer")
                .param("customer", customer.value())
                .param("offer", offerId)
                .query(CampaignStore::map)
                .list()
                .stream()
                .findFirst();
    }

    /** People of this customer whose invitations are promised but not written yet: they hold seats too. */
    int outstanding(CustomerId customer) {
        return jdbc.sql("""
                        select coalesce(sum(total - written - skipped), 0)
                        from campaign
                        where customer_id = :customer and state in ('WRITING', 'PAUSED') and failure is null""")
                .param("customer", customer.value())
                .query(Integer.class)
                .single();
    }

    Optional<Campaign> find(CustomerId customer, long campaignId) {
        return jdbc.sql("select * from campaign where customer_id = :customer and campaign_id = :campaign")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query(CampaignStore::map)
                .optional();
    }

    /** Newest first, without those that wait for their time. */
    Slice<Campaign> slice(CustomerId customer, long before, int limit) {
        List<Campaign> campaigns = jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and campaign_id < :before and state <> 'SCHEDULED'
                        order by campaign_id desc
                        limit :limit""")
                .param("customer", customer.value())
                .param("before", before)
                .param("limit", limit + 1)
                .query(CampaignStore::map)
                .list();
        if (campaigns.size() <= limit) {
            return new Slice<>(campaigns, Optional.empty());
        }
        List<Campaign> page = campaigns.subList(0, limit);
        return new Slice<>(page, Optional.of(String.valueOf(page.getLast().id())));
    }

    static Campaign map(ResultSet rs, int row) throws SQLException {
        return new Campaign(
                rs.getLong("campaign_id"),
                new CustomerId(rs.getLong("customer_id")),
                rs.getLong("draft_id"),
                rs.getLong("offer_id"),
                rs.getInt("total"),
                rs.getInt("written"),
                rs.getInt("skipped"),
                CampaignState.valueOf(rs.getString("state")),
                rs.getString("failure"),
                pause(rs),
                rs.getString("created_label"),
                rs.getTimestamp("created_at").toInstant(),
                instant(rs.getTimestamp("finished_at")));
    }

    /** Kept after a cancellation, and told only while it lasts. */
    private static @Nullable Pause pause(ResultSet rs) throws SQLException {
        Timestamp at = rs.getTimestamp("paused_at");
        return at == null || !"PAUSED".equals(rs.getString("state"))
                ? null
                : new Pause(
                        Pause.Cause.valueOf(rs.getString("pause_cause")),
                        rs.getString("pause_by"),
                        at.toInstant(),
                        rs.getInt("pause_failed"),
                        rs.getInt("pause_finished"),
                        rs.getString("pause_reply"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
