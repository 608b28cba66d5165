package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.roster.ReadRoster;
import io.chodae.roster.RosterConsumer;
import io.chodae.roster.RosterLimits;
import io.chodae.roster.RosterReading;
import io.chodae.roster.RosterRow;
import io.chodae.roster.RosterSheet;
import io.chodae.shared.CustomerId;
import io.chodae.shared.PlainText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads an uploaded list into a draft, in place of the file before it. The rows go to the database while the file is
 * read, so that a long list needs little memory; one transaction keeps the draft as it was where the file turns out
 * to be unreadable at its very end.
 */
@Component
public class ImportRoster {

    private final TransactionTemplate transaction;
    private final ReadRoster reader;
    private final DraftStore drafts;
    private final CampaignStore campaigns;
    private final RowStore rows;
    private final Clock clock;

    ImportRoster(
            TransactionTemplate transaction,
            ReadRoster reader,
            DraftStore drafts,
            CampaignStore campaigns,
            RowStore rows,
            Clock clock) {
        this.transaction = transaction;
        this.reader = reader;
        this.drafts = drafts;
        this.campaigns = campaigns;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param fileName as the operator knows the file; only shown
     */
    public ImportResult importFile(CustomerId customer, long draftId, String fileName, Path file, Actor actor) {
        return change(customer, draftId, (draft, status) -> replace(draft, fileName, file, actor, status));
    }

    /** Takes the file's rows out of the draft; typed ones stay. */
    public ImportResult removeFile(CustomerId customer, long draftId, Actor actor) {
        return change(customer, draftId, (draft, status) -> {
            if (draft.roster().fileName() == null) {
                return new ImportResult.Imported(draft);
            }
            rows.clear(customer, draftId, RowSource.FILE);
            return finish(draft, null, actor);
        });
    }

    private ImportResult change(
            CustomerId customer, long draftId, BiFunction<Draft, TransactionStatus, ImportResult> change) {
        return transaction.execute(status -> {
            Optional<StoredDraft> stored = drafts.lock(customer, draftId);
            if (stored.isEmpty()) {
                return new ImportResult.Gone();
            }
            if (stored.get().sent()) {
                return new ImportResult.AlreadySent(campaigns.ofDraft(customer, draftId));
            }
            return change.apply(stored.get().draft(), status);
        });
    }

    private ImportResult replace(Draft draft, String fileName, Path file, Actor actor, TransactionStatus status) {
        rows.clear(draft.customer(), draft.id(), RowSource.FILE);
        Appender appender = new Appender(draft);
        Optional<RosterReading.Unreadable> problem = reader.read(file, RosterLimits.STANDARD, appender);
        if (problem.isPresent()) {
            status.setRollbackOnly();
            return new ImportResult.Unreadable(problem.get());
        }
        appender.flush();
        return finish(draft, appender.file(PlainText.oneLine(fileName)), actor);
    }

    private ImportResult finish(Draft draft, @Nullable ReadFile file, Actor actor) {
        drafts.fileChanged(draft, file, actor, clock.instant());
        rows.compareAndCount(draft.customer(), draft.id(), clock.instant());
        return new ImportResult.Imported(
                drafts.find(draft.customer(), draft.id()).orElseThrow().draft());
    }

    /** Hands the rows on to the database by the thousand. */
    private final class Appender implements RosterConsumer {

        private final Draft draft;
        private final List<CheckedRow> waiting = new ArrayList<>();
        private int appended;
        private @Nullable RosterSheet sheet;

        Appender(Draft draft) {
            this.draft = draft;
        }

        @Override
        public void sheet(RosterSheet found) {
            sheet = found;
        }

        @Override
        public void row(RosterRow row) {
            waiting.add(CheckedRow.of(row));
            if (waiting.size() == RowStore.CHUNK) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                rows.append(draft.customer(), draft.id(), RowSource.FILE, appended, waiting);
                appended += waiting.size();
                waiting.clear();
            }
        }

        ReadFile file(String name) {
            RosterSheet found = sheet;
            if (found == null) {
                return new ReadFile(name, null, List.of());
            }
            return new ReadFile(name, found.sheetName().isEmpty() ? null : found.sheetName(), found.otherSheets());
        }
    }
}
