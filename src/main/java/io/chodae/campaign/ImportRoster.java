package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterReading;
import io.chodae.shared.CustomerId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a list into a draft while the caller waits, and takes it out again; operators use {@link RosterUploads}. */
@Component
public class ImportRoster {

    private final TransactionTemplate transaction;
    private final RosterUploads files;
    private final ReadUpload read;
    private final UploadStore uploads;
    private final ReadingStore readings;
    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final RowStore rows;
    private final Clock clock;

    ImportRoster(
            TransactionTemplate transaction,
            RosterUploads files,
            ReadUpload read,
            UploadStore uploads,
            ReadingStore readings,
            DraftStore drafts,
            CampaignStore campaigns,
            RowStore rows,
            Clock clock) {
        this.transaction = transaction;
        this.files = files;
        this.read = read;
        this.uploads = uploads;
        this.readings = readings;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param fileName as the operator knows the file; only shown
     */
    public ImportResult importFile(CustomerId customer, long draftId, String fileName, Path file, Actor actor) {
        return switch (files.store(customer, draftId, fileName, file, actor, false)) {
            case UploadResult.Accepted accepted -> {
                read.read(customer, accepted.uploadId(), () -> false);
                yield outcome(customer, draftId, accepted.uploadId());
            }
            case UploadResult.TooLarge large -> new ImportResult.Unreadable(large.problem());
            case UploadResult.AlreadySent sent -> new ImportResult.AlreadySent(sent.campaignId());
            case UploadResult.Incomplete none -> new ImportResult.Gone();
            case UploadResult.Gone gone -> new ImportResult.Gone();
        };
    }

    /** Takes the file's rows out of the draft, and the file with them; typed rows stay. */
    public ImportResult removeFile(CustomerId customer, long draftId, Actor actor) {
        return transaction.execute(status -> {
            Optional<StoredDraft> stored = drafts.lock(customer, draftId);
            if (stored.isEmpty()) {
                return new ImportResult.Gone();
            }
            if (stored.get().sent()) {
                return new ImportResult.AlreadySent(campaigns.ofDraft(customer, draftId));
            }
            uploads.removeAll(customer, draftId);
            Draft draft = stored.get().draft();
            if (draft.roster().fileName() == null) {
                return new ImportResult.Imported(draft);
            }
            rows.clear(customer, draftId, RowSource.FILE);
            drafts.fileChanged(draft, null, actor, clock.instant());
            readings.columns(customer, draftId, List.of());
            rows.compareAndCount(customer, draftId, clock.instant());
            return new ImportResult.Imported(
                    drafts.find(customer, draftId).orElseThrow().draft());
        });
    }

    private ImportResult outcome(CustomerId customer, long draftId, long uploadId) {
        RosterReading.Unreadable problem = uploads.latest(customer, draftId)
                .filter(upload -> upload.id() == uploadId)
                .map(RosterUpload::problem)
                .orElse(null);
        if (problem != null) {
            return new ImportResult.Unreadable(problem);
        }
        return drafts.find(customer, draftId)
                .<ImportResult>map(stored -> stored.sent()
                        ? new ImportResult.AlreadySent(campaigns.ofDraft(customer, draftId))
                        : new ImportResult.Imported(stored.draft()))
                .orElseGet(ImportResult.Gone::new);
    }
}
