package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Campaigns that wait for their time. Whoever changes one holds the lock of its draft. */
@Repository
class ScheduleStore {

    private final JdbcClient jdbc;

    ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that waits, as its timer needs it. */
    record Waiting(Schedule schedule, Actor actor) {}

    long insert(Draft draft, Instant at, Actor actor, Instant now) {
        AccountId account = actor.account();
        return jdbc.sql("""
                        insert into campaign (customer_id, draft_id, state, scheduled_for, total, created_by,
                            created_label, created_at)
                        values (:customer, :draft, 'SCHEDULED', :at, :total, :account, :label, :now)
                        returning campaign_id""")
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .param("at", Timestamp.from(at))
                .param("total", draft.roster().ready())
                .param("account", account == null ? null : account.value())
                .param("label", actor.label())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<Schedule> ofDraft(CustomerId customer, long draftId) {
        return jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and draft_id = :draft and state = 'SCHEDULED'""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .query(ScheduleStore::map)
                .optional();
    }

    Optional<Waiting> find(CustomerId customer, long campaignId) {
        return jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and campaign_id = :campaign and state = 'SCHEDULED'""")
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .query((rs, row) -> {
                    long account = rs.getLong("created_by");
                    AccountId creator = rs.wasNull() ? null : new AccountId(account);
                    return new Waiting(map(rs, row), new Actor(creator, rs.getString("created_label")));
                })
                .optional();
    }

    List<Schedule> waiting(CustomerId customer) {
        return jdbc.sql("""
                        select * from campaign
                        where customer_id = :customer and state = 'SCHEDULED'
                        order by scheduled_for, campaign_id""")
                .param("customer", customer.value())
                .query(ScheduleStore::map)
                .list();
    }

    List<Unsent> unsent(CustomerId customer) {
        return jdbc.sql("""
                        select draft_id, unsent_for, unsent_why from draft
                        where customer_id = :customer and state = 'OPEN' and unsent_for is not null""")
                .param("customer", customer.value())
                .query((rs, row) -> new Unsent(
                        rs.getLong("draft_id"), rs.getTimestamp("unsent_for").toInstant(), rs.getString("unsent_why")))
                .list();
    }

    boolean move(CustomerId customer, long draftId, Instant at) {
        return jdbc.sql("""
                        update campaign set scheduled_for = :at
                        where customer_id = :customer and draft_id = :draft and state = 'SCHEDULED'""")
                        .param("at", Timestamp.from(at))
                        .param("customer", customer.value())
                        .param("draft", draftId)
                        .update()
                == 1;
    }

    /** The draft may be edited again; its campaign never was. */
    boolean reopen(CustomerId customer, long draftId) {
        int gone = jdbc.sql("""
                        delete from campaign
                        where customer_id = :customer and draft_id = :draft and state = 'SCHEDULED'""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
        return gone == 1
                && jdbc.sql("""
                        update draft set state = 'OPEN'
                        where customer_id = :customer and draft_id = :draft and state = 'SENT'""")
                                .param("customer", customer.value())
                                .param("draft", draftId)
                                .update()
                        == 1;
    }

    void noteUnsent(CustomerId customer, Unsent unsent) {
        jdbc.sql("""
                        update draft set unsent_for = :at, unsent_why = :why
                        where customer_id = :customer and draft_id = :draft""")
                .param("at", Timestamp.from(unsent.at()))
                .param("why", unsent.why())
                .param("customer", customer.value())
                .param("draft", unsent.draftId())
                .update();
    }

    void forgetUnsent(CustomerId customer, long draftId) {
        jdbc.sql("""
                        update draft set unsent_for = null, unsent_why = null
                        where customer_id = :customer and draft_id = :draft""")
                .param("customer", customer.value())
                .param("draft", draftId)
                .update();
    }

    void begin(CustomerId customer, long campaignId, long offerId, int total) {
        int changed = jdbc.sql("""
                        update campaign set state = 'WRITING', offer_id = :offer, total = :total
                        where customer_id = :customer and campaign_id = :campaign and state = 'SCHEDULED'""")
                .param("offer", offerId)
                .param("total", total)
                .param("customer", customer.value())
                .param("campaign", campaignId)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("a campaign under its draft's lock did not wait any more");
        }
    }

    private static Schedule map(ResultSet rs, int row) throws SQLException {
        return new Schedule(
                rs.getLong("campaign_id"),
                rs.getLong("draft_id"),
                rs.getTimestamp("scheduled_for").toInstant(),
                rs.getString("created_label"));
    }
}
