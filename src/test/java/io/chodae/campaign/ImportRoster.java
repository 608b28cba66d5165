package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.RosterReading;
import io.chodae.shared.CustomerId;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Uploads a list and has it read at once, in the test's own thread; operators use {@link RosterUploads}. */
@TestComponent
public class ImportRoster {

    private final RosterUploads files;
    private final ReadUpload read;
    private final UploadStore uploads;
    private final DraftStore drafts;
    private final CampaignStore campaigns;

    @Autowired
    ImportRoster(
            RosterUploads files, ReadUpload read, UploadStore uploads, DraftStore drafts, CampaignStore campaigns) {
        this.files = files;
        this.read = read;
        this.uploads = uploads;
        this.drafts = drafts;
        this.campaigns = campaigns;
    }

    /**
     * @param fileName as the operator knows the file; only shown
     */
    public ImportResult importFile(CustomerId customer, long draftId, String fileName, Path file, Actor actor) {
        return switch (files.upload(customer, draftId, fileName, file, actor)) {
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
