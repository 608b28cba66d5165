package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterLimits;
import io.chodae.roster.RosterMapping;
import io.chodae.roster.RosterProblem;
import io.chodae.roster.RosterReading;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes lists as files. An upload is kept as it came and read in the background; the draft keeps its rows until the
 * new ones are there, and stays editable. The same file can be read again by another sheet or other columns.
 */
@Component
public class RosterUploads {

    private static final Duration LOOK = Duration.ofMillis(25);
    private static final String FORGOTTEN = "draft.columns_forgotten";

    private final TransactionTemplate transaction;
    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final UploadStore uploads;
    private final UploadBytes bytes;
    private final MappingStore mappings;
    private final HandEditStore edits;
    private final SchedulerClient timers;
    private final AuditTrail audit;
    private final Clock clock;

    RosterUploads(
            TransactionTemplate transaction,
            DraftStore drafts,
            CampaignStore campaigns,
            UploadStore uploads,
            UploadBytes bytes,
            MappingStore mappings,
            HandEditStore edits,
            SchedulerClient timers,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.uploads = uploads;
        this.bytes = bytes;
        this.mappings = mappings;
        this.edits = edits;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the file and has it read.
     *
     * @param fileName as the operator knows the file; only shown
     */
    public UploadResult upload(CustomerId customer, long draftId, String fileName, Path file, Actor actor) {
        long size = size(file);
        if (size > RosterLimits.STANDARD.maxBytes()) {
            return new UploadResult.TooLarge(tooLarge(size));
        }
        String name = PlainText.oneLine(fileName);
        UploadResult begun = change(
                customer,
                draftId,
                () -> new UploadResult.Accepted(uploads.insert(customer, draftId, name, size, actor, clock.instant())));
        if (!(begun instanceof UploadResult.Accepted accepted)) {
            return begun;
        }
        bytes.store(customer, accepted.uploadId(), file);
        return change(customer, draftId, () -> {
            if (!uploads.stored(customer, draftId, accepted.uploadId())) {
                return new UploadResult.Gone();
            }
            record(customer, draftId, "draft.list_uploaded", Map.of("file", name, "bytes", Long.toString(size)), actor);
            timers.scheduleIfNotExists(RosterTask.instance(customer, accepted.uploadId(), 0), clock.instant());
            return accepted;
        });
    }

    /** The last upload of a draft, and how far it is; empty where there is none. */
    public Optional<RosterUpload> latest(CustomerId customer, long draftId) {
        return uploads.latest(customer, draftId);
    }

    /** As {@link #latest}, but waits a little for a reading to end; holds no transaction. */
    public Optional<RosterUpload> await(CustomerId customer, long draftId, Duration atMost) {
        for (long left = atMost.dividedBy(LOOK); left > 0 && uploads.busy(customer, draftId); left--) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return latest(customer, draftId);
    }

    /** Has the upload read by another of its sheets, its columns to be found. */
    public UploadResult chooseSheet(CustomerId customer, long draftId, long uploadId, String sheet, Actor actor) {
        return change(
                customer,
                draftId,
                () -> known(customer, draftId, uploadId, sheet)
                        .map(head -> again(customer, draftId, uploadId, sheet, null, "draft.sheet_chosen", actor))
                        .orElseGet(UploadResult.Gone::new));
    }

    /** Has the upload read by these columns of the sheet that was read last, and remembers them for this customer. */
    public UploadResult chooseColumns(
            CustomerId customer, long draftId, long uploadId, RosterMapping mapping, Actor actor) {
        if (!mapping.complete()) {
            return new UploadResult.Incomplete();
        }
        return change(
                customer,
                draftId,
                () -> head(customer, draftId, uploadId)
                        .map(head -> again(
                                customer, draftId, uploadId, head.sheet(), mapping, "draft.columns_chosen", actor))
                        .orElseGet(UploadResult.Gone::new));
    }

    /** Forgets the columns that were chosen for this list's column names, and has it read by the names. */
    public UploadResult forgetColumns(CustomerId customer, long draftId, long uploadId, Actor actor) {
        return change(customer, draftId, () -> {
            Optional<RosterUpload> upload = find(customer, draftId, uploadId);
            RosterHeader header = upload.map(RosterUpload::header).orElse(null);
            RosterHead head = upload.map(RosterUpload::head).orElse(null);
            if (header == null || head == null) {
                return new UploadResult.Gone();
            }
            if (!asks(customer, draftId)) {
                mappings.forget(customer, header.signature());
            }
            return again(customer, draftId, uploadId, head.sheet(), null, FORGOTTEN, actor);
        });
    }

    /** Puts a list away that could not be read; the one before it, if any, is in the draft as before. */
    public UploadResult discard(CustomerId customer, long draftId, long uploadId, Actor actor) {
        return change(customer, draftId, () -> {
            uploads.discard(customer, draftId, uploadId);
            record(customer, draftId, "draft.list_put_away", Map.of(), actor);
            return new UploadResult.Accepted(uploadId);
        });
    }

    private UploadResult again(
            CustomerId customer,
            long draftId,
            long uploadId,
            String sheet,
            @Nullable RosterMapping mapping,
            String act,
            Actor actor) {
        Optional<Integer> choice = uploads.choose(customer, draftId, uploadId, sheet.isEmpty() ? null : sheet, mapping);
        if (choice.isEmpty()) {
            return new UploadResult.Gone();
        }
        record(customer, draftId, act, Map.of("sheet", sheet), actor);
        if (asks(customer, draftId)) {
            uploads.ask(customer, draftId, uploadId, act.equals(FORGOTTEN));
            return new UploadResult.Accepted(uploadId);
        }
        timers.scheduleIfNotExists(RosterTask.instance(customer, uploadId, choice.get()), clock.instant());
        return new UploadResult.Accepted(uploadId);
    }

    /** Whether another reading would lose what was done by hand; then it waits for {@link GiveUpEdits}. */
    private boolean asks(CustomerId customer, long draftId) {
        return edits.find(customer, draftId).rows() > 0;
    }

    private UploadResult change(CustomerId customer, long draftId, Supplier<UploadResult> change) {
        return transaction.execute(status -> {
            Optional<StoredDraft> stored = drafts.lock(customer, draftId);
            if (stored.isEmpty()) {
                return new UploadResult.Gone();
            }
            if (stored.get().sent()) {
                return new UploadResult.AlreadySent(campaigns.ofDraft(customer, draftId));
            }
            return change.get();
        });
    }

    private Optional<RosterUpload> find(CustomerId customer, long draftId, long uploadId) {
        return uploads.latest(customer, draftId).filter(upload -> upload.id() == uploadId);
    }

    private Optional<RosterHead> head(CustomerId customer, long draftId, long uploadId) {
        return find(customer, draftId, uploadId).map(RosterUpload::head);
    }

    private Optional<RosterHead> known(CustomerId customer, long draftId, long uploadId, String sheet) {
        return head(customer, draftId, uploadId)
                .filter(head -> head.sheet().equals(sheet) || head.otherSheets().contains(sheet));
    }

    private void record(CustomerId customer, long draftId, String act, Map<String, String> details, Actor actor) {
        audit.record(customer, actor, act, "draft", String.valueOf(draftId), details);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RosterReading.Unreadable tooLarge(long bytes) {
        long found = (bytes + (1 << 20) - 1) >> 20;
        long limit = RosterLimits.STANDARD.maxBytes() >> 20;
        return new RosterReading.Unreadable(
                RosterProblem.TOO_LARGE, Map.of("found", Long.toString(found), "limit", Long.toString(limit)));
    }
}
