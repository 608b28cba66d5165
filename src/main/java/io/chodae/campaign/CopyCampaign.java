package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.Offer;
import io.chodae.bizkit.Offers;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a new draft with what an earlier campaign said: its texts, group and Plays, and its people if wanted. */
@Component
public class CopyCampaign {

    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final Offers offers;
    private final RecheckRows recheck;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    CopyCampaign(
            DraftStore drafts,
            CampaignStore campaigns,
            Offers offers,
            RecheckRows recheck,
            AuditTrail audit,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.offers = offers;
        this.recheck = recheck;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param people whether the list comes along; who has enrolled or been invited since is marked as such
     * @return empty where this customer has no such campaign
     */
    @Transactional
    public Optional<Draft> copy(CustomerId customer, long campaignId, boolean people, Actor actor) {
        return campaigns
                .find(customer, campaignId)
                .flatMap(campaign -> drafts.find(customer, campaign.draftId())
                        .map(source -> copy(campaign, source.draft(), people, actor)));
    }

    private Draft copy(Campaign campaign, Draft source, boolean people, Actor actor) {
        CustomerId customer = campaign.customer();
        long id = drafts.insert(customer, content(campaign, source.content()), actor, clock.instant());
        if (people) {
            copyPeople(customer, source.id(), id);
        }
        audit.record(
                customer,
                actor,
                "draft.copied",
                "draft",
                String.valueOf(id),
                Map.of("campaign", String.valueOf(campaign.id()), "people", String.valueOf(people)));
        return drafts.find(customer, id).orElseThrow().draft();
    }

    /** The group that was new then is there by now; where it was deleted since, its name is free again. */
    private DraftContent content(Campaign campaign, DraftContent content) {
        if (content.target() != TargetChoice.NEW) {
            return content;
        }
        Optional<Offer> offer = offers.find(campaign.customer(), campaign.offerId())
                .filter(found -> found.groupName() != null && found.groupId().isPresent());
        return offer.map(found -> new DraftContent(
                        content.inviterName(),
                        content.contactEmail(),
                        content.contactPhone(),
                        content.reason(),
                        TargetChoice.EXISTING,
                        found.groupId().getAsLong(),
                        "",
                        "",
                        List.of(),
                        content.language()))
                .orElse(content);
    }

    private void copyPeople(CustomerId customer, long from, long to) {
        jdbc.sql("""
                        insert into draft_row (customer_id, draft_id, row_no, source, shown_row, name, email, email_key,
                            phone, extra_info, language, faults, warnings, cells, left_out, corrected)
                        select customer_id, :to, row_no, source, shown_row, name, email, email_key, phone, extra_info,
                            language, faults, warnings, cells, left_out, corrected
                        from draft_row
                        where customer_id = :customer and draft_id = :from""")
                .param("to", to)
                .param("customer", customer.value())
                .param("from", from)
                .update();
        jdbc.sql("""
                        update draft d
                        set file_name = s.file_name, sheet_name = s.sheet_name, other_sheets = s.other_sheets,
                            columns = s.columns, readings = s.readings, rows_checked_at = :never
                        from draft s
                        where d.customer_id = :customer and d.draft_id = :to
                            and s.customer_id = :customer and s.draft_id = :from""")
                .param("never", Timestamp.from(Instant.EPOCH))
                .param("customer", customer.value())
                .param("to", to)
                .param("from", from)
                .update();
        recheck.recheck(customer, to);
    }
}
