package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.RosterHeader;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yes to reading a list although rows of the draft were corrected or left out by hand, which that reading loses.
 * The no is {@link RosterUploads#discard}.
 */
@Component
public class GiveUpEdits {

    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final UploadStore uploads;
    private final HandEditStore edits;
    private final MappingStore mappings;
    private final SchedulerClient timers;
    private final AuditTrail audit;
    private final Clock clock;

    GiveUpEdits(
            DraftStore drafts,
            CampaignStore campaigns,
            UploadStore uploads,
            HandEditStore edits,
            MappingStore mappings,
            SchedulerClient timers,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.uploads = uploads;
        this.edits = edits;
        this.mappings = mappings;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What another reading would lose. */
    @Transactional(readOnly = true)
    public HandEdits lost(CustomerId customer, long draftId) {
        return edits.find(customer, draftId);
    }

    /**
     * Has the upload read. Where more rows would be lost by now than were seen, nothing happens, and it stays asked.
     *
     * @param seen {@link HandEdits#rows} that the question named
     */
    @Transactional
    public UploadResult giveUp(CustomerId customer, long draftId, long uploadId, int seen, Actor actor) {
        Optional<StoredDraft> stored = drafts.lock(customer, draftId);
        Optional<RosterUpload> upload = uploads.latest(customer, draftId).filter(found -> found.id() == uploadId);
        if (stored.isEmpty() || upload.isEmpty()) {
            return new UploadResult.Gone();
        }
        if (stored.get().sent()) {
            return new UploadResult.AlreadySent(campaigns.ofDraft(customer, draftId));
        }
        HandEdits lost = edits.find(customer, draftId);
        if (lost.rows() <= seen) {
            uploads.agree(customer, draftId, uploadId, lost.rows())
                    .ifPresent(agreed -> read(customer, draftId, upload.get(), lost, agreed, actor));
        }
        return new UploadResult.Accepted(uploadId);
    }

    private void read(
            CustomerId customer,
            long draftId,
            RosterUpload upload,
            HandEdits lost,
            UploadStore.Agreed agreed,
            Actor actor) {
        RosterHeader header = upload.header();
        if (agreed.forgets() && header != null) {
            mappings.forget(customer, header.signature());
        }
        Map<String, String> details = Map.of(
                "corrected", String.valueOf(lost.corrected()),
                "left_out", String.valueOf(lost.leftOut()));
        audit.record(customer, actor, "draft.row_edits_given_up", "draft", String.valueOf(draftId), details);
        timers.scheduleIfNotExists(RosterTask.instance(customer, upload.id(), agreed.attempt()), clock.instant());
    }
}
