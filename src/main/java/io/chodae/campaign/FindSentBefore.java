package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds out whether a draft's texts went to its people a short while ago. Names of files tell nothing, for the same list
 * comes under many names. The texts are looked up by their digest, which nearly always finds nothing; only where they
 * were sent before are the addresses compared.
 */
@Component
public class FindSentBefore {

    private static final Duration WITHIN = Duration.ofDays(1);
    /** Of the people of this list, in percent: a name more or less does not make it another sending. */
    private static final int SAME = 90;

    private static final int LOOKED_AT = 10;

    private final JdbcClient jdbc;
    private final DraftStore drafts;
    private final Clock clock;

    FindSentBefore(JdbcClient jdbc, DraftStore drafts, Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Empty where they did not, the customer has no such draft, or it was sent. */
    @Transactional(readOnly = true)
    public Optional<SendDraftResult.SentBefore> find(CustomerId customer, long draftId) {
        return drafts.find(customer, draftId).filter(stored -> !stored.sent()).flatMap(stored -> find(stored.draft()));
    }

    /** The same, and whoever sends these texts at this moment is waited for. */
    Optional<SendDraftResult> lockAndFind(Draft draft) {
        jdbc.sql("select pg_advisory_xact_lock(:customer::int, hashtext(encode(:digest, 'hex')))")
                .param("customer", (int) draft.customer().value())
                .param("digest", ContentDigest.of(draft.content()))
                .query((rs, row) -> row)
                .list();
        return find(draft).map(SendDraftResult.class::cast);
    }

    private Optional<SendDraftResult.SentBefore> find(Draft draft) {
        for (Sent sent : sameTexts(draft)) {
            int people = people(draft, sent);
            if (people * 100L >= (long) draft.roster().ready() * SAME) {
                return Optional.of(new SendDraftResult.SentBefore(sent.campaignId(), sent.at(), people));
            }
        }
        return Optional.empty();
    }

    private List<Sent> sameTexts(Draft draft) {
        return jdbc.sql("""
                        select c.campaign_id, c.draft_id, c.created_at
                        from draft d join campaign c on c.customer_id = d.customer_id and c.draft_id = d.draft_id
                        where d.customer_id = :customer and d.content_digest = :digest and c.created_at > :since
                        order by c.created_at desc
                        limit :limit""")
                .param("customer", draft.customer().value())
                .param("digest", ContentDigest.of(draft.content()))
                .param("since", Timestamp.from(clock.instant().minus(WITHIN)))
                .param("limit", LOOKED_AT)
                .query((rs, row) -> new Sent(
                        rs.getLong("campaign_id"),
                        rs.getLong("draft_id"),
                        rs.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** Of a campaign that ended early, those it came to; sets are intersected, which never becomes a nested loop. */
    private int people(Draft draft, Sent sent) {
        return jdbc.sql("""
                        select count(*) from (
                            select email_key from draft_row
                            where customer_id = :customer and draft_id = :draft and ready
                            intersect
                            select email_key from draft_row
                            where customer_id = :customer and draft_id = :before and ready
                                and row_no <= (select case when finished_at is null then 2147483647 else last_row end
                                               from campaign
                                               where customer_id = :customer and campaign_id = :campaign)) as common""")
                .param("customer", draft.customer().value())
                .param("draft", draft.id())
                .param("before", sent.draftId())
                .param("campaign", sent.campaignId())
                .query(Integer.class)
                .single();
    }

    private record Sent(long campaignId, long draftId, Instant at) {}
}
