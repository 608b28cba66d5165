package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an uploaded list out of a draft, and the file with it; typed rows stay. */
@Component
public class RemoveRoster {

    private final UploadStore uploads;
    private final ReadingStore readings;
    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final RowStore rows;
    private final AuditTrail audit;
    private final Clock clock;

    RemoveRoster(
            UploadStore uploads,
            ReadingStore readings,
            DraftStore drafts,
            CampaignStore campaigns,
            RowStore rows,
            AuditTrail audit,
            Clock clock) {
        this.uploads = uploads;
        this.readings = readings;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** A draft without a list is left as it is. */
    @Transactional
    public RemoveRosterResult remove(CustomerId customer, long draftId, Actor actor) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        if (stored.isEmpty()) {
            return new RemoveRosterResult.Gone();
        }
        if (stored.get().sent()) {
            return new RemoveRosterResult.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        uploads.removeAll(customer, draftId);
        Draft draft = stored.get().draft();
        if (draft.roster().fileName() == null) {
            return new RemoveRosterResult.Removed(draft);
        }
        rows.clear(customer, draftId, RowSource.FILE);
        drafts.fileChanged(draft, null, actor, clock.instant());
        readings.columns(customer, draftId, List.of());
        rows.compareAndCount(customer, draftId, clock.instant());
        audit.record(customer, actor, "draft.list_removed", "draft", String.valueOf(draftId), Map.of());
        return new RemoveRosterResult.Removed(
                drafts.find(customer, draftId).orElseThrow().draft());
    }
}
