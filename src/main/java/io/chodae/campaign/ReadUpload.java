package io.chodae.campaign;

import io.chodae.roster.ReadRoster;
import io.chodae.roster.RosterChoice;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterLimits;
import io.chodae.roster.RosterReading;
import io.chodae.shared.CustomerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stored upload and puts its rows into the draft, in place of the file before it. Nothing is held while the
 * file is read; one short transaction at the end swaps the rows. It may be killed anywhere and started again anywhere.
 */
@Component
class ReadUpload {

    private static final Logger log = LoggerFactory.getLogger(ReadUpload.class);

    private final TransactionTemplate transaction;
    private final DataSource source;
    private final ReadRoster reader;
    private final UploadBytes bytes;
    private final ReadingStore readings;
    private final MappingStore mappings;
    private final DraftStore drafts;
    private final RowStore rows;
    private final HandEditStore edits;
    private final Standing standing;
    private final DraftJson json;
    private final Clock clock;

    ReadUpload(
            TransactionTemplate transaction,
            DataSource source,
            ReadRoster reader,
            UploadBytes bytes,
            ReadingStore readings,
            MappingStore mappings,
            DraftStore drafts,
            RowStore rows,
            HandEditStore edits,
            Standing standing,
            DraftJson json,
            Clock clock) {
        this.transaction = transaction;
        this.source = source;
        this.reader = reader;
        this.bytes = bytes;
        this.readings = readings;
        this.mappings = mappings;
        this.drafts = drafts;
        this.rows = rows;
        this.edits = edits;
        this.standing = standing;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param stop asked between chunks
     * @return whether there is nothing left to do; false where it was stopped
     */
    boolean read(CustomerId customer, long uploadId, BooleanSupplier stop) {
        Optional<StoredUpload> upload = readings.begin(customer, uploadId);
        if (upload.isEmpty()) {
            return true;
        }
        try {
            read(upload.get(), stop);
            return true;
        } catch (RowsFromSheet.NotWanted e) {
            log.info("upload {} of customer {}: this reading is not wanted any more", uploadId, customer.value());
            return !stop.getAsBoolean();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(StoredUpload upload, BooleanSupplier stop) throws IOException {
        long begun = System.nanoTime();
        Path file = Files.createTempFile("roster-", ".upload");
        try (StagedRows staged = new StagedRows(upload, json);
                ExecutorService aside =
                        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
            bytes.load(upload.customer(), upload.id(), file);
            RowsFromSheet taken = new RowsFromSheet(upload, readings, standing, staged, aside, stop);
            RosterChoice choice = new RosterChoice(upload.sheet(), upload.mapping(), mappings.all(upload.customer()));
            Optional<RosterReading.Unreadable> problem = reader.read(file, RosterLimits.STANDARD, choice, taken);
            if (problem.isPresent()) {
                readings.problem(upload, problem.get());
                return;
            }
            taken.end();
            long read = System.nanoTime();
            transaction.executeWithoutResult(status -> swap(upload, taken, staged));
            log.info(
                    "upload {} of customer {}: {} rows read in {} ms, put into the draft in {} ms",
                    upload.id(),
                    upload.customer().value(),
                    staged.count(),
                    Duration.ofNanos(read - begun).toMillis(),
                    Duration.ofNanos(System.nanoTime() - read).toMillis());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The draft is held for no longer than the database needs to take the rows in. */
    private void swap(StoredUpload upload, RowsFromSheet taken, StagedRows staged) {
        CustomerId customer = upload.customer();
        Optional<StoredDraft> stored = drafts.lock(customer, upload.draftId());
        if (stored.isEmpty() || stored.get().sent() || !readings.lock(upload)) {
            return;
        }
        // asked here, under the lock: somebody may have corrected a row while the file was being read
        if (edits.find(customer, upload.draftId()).rows() > upload.mayLose()) {
            readings.ask(upload);
            return;
        }
        rows.clear(customer, upload.draftId(), RowSource.FILE);
        staged.copyInto(source);
        drafts.fileChanged(stored.get().draft(), taken.file(), upload.actor(), clock.instant());
        rows.compareAndCount(customer, upload.draftId(), clock.instant());
        readings.read(upload, taken.header(), staged.count(), taken.columns());
        if (taken.header().origin() == RosterHeader.Origin.CHOSEN) {
            mappings.remember(customer, taken.header(), upload.actor(), clock.instant());
        }
    }
}
