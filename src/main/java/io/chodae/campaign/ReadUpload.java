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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stored upload and puts its rows into the draft, in place of the file before it. The rows are copied in
 * beside those of the file before while the list is still read; nothing that others wait for is held until they are
 * swapped at the end. It may be killed anywhere and started again anywhere.
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
        int base = readings.range(upload) * RowStore.FILE_BASE;
        StagedRows staged = new StagedRows(upload, base, json);
        Path file = Files.createTempFile("roster-", ".upload");
        ExecutorService aside =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        try {
            RowsFromSheet taken = new RowsFromSheet(upload, readings, standing, staged, aside, stop);
            long begun = System.nanoTime();
            Future<Reading> reading = aside.submit(() -> read(upload, file, taken, staged));
            if (staged.awaitFirst()
                    && !transaction.execute(status -> put(upload, reading, taken, staged, base, status))) {
                transaction.executeWithoutResult(status -> ask(upload));
                return;
            }
            Reading ended = outcome(reading);
            if (ended.problem().isPresent()) {
                readings.problem(upload, ended.problem().get());
                return;
            }
            log.info(
                    "upload {} of customer {}: {} rows read in {} ms, in the draft after {} ms",
                    upload.id(),
                    upload.customer().value(),
                    staged.count(),
                    Duration.ofNanos(ended.at() - begun).toMillis(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RowsFromSheet.NotWanted();
        } finally {
            // whoever still reads or waits has nobody to do it for
            aside.shutdownNow();
            aside.close();
            Files.deleteIfExists(file);
        }
    }

    private void ask(StoredUpload upload) {
        if (drafts.lock(upload.customer(), upload.draftId()).isPresent() && readings.lock(upload)) {
            readings.ask(upload);
        }
    }

    private record Reading(Optional<RosterReading.Unreadable> problem, long at) {}

    private Reading read(StoredUpload upload, Path file, RowsFromSheet taken, StagedRows staged)
            throws InterruptedException {
        try {
            bytes.load(upload.customer(), upload.id(), file);
            RosterChoice choice = new RosterChoice(upload.sheet(), upload.mapping(), mappings.all(upload.customer()));
            Optional<RosterReading.Unreadable> problem = reader.read(file, RosterLimits.STANDARD, choice, taken);
            if (problem.isEmpty()) {
                taken.end();
            }
            return new Reading(problem, System.nanoTime());
        } finally {
            staged.end();
        }
    }

    /**
     * Takes the rows in while they are read; what was read in vain is rolled back.
     *
     * @return false where an operator is to be asked first
     */
    private boolean put(
            StoredUpload upload,
            Future<Reading> reading,
            RowsFromSheet taken,
            StagedRows staged,
            int base,
            TransactionStatus status) {
        try {
            staged.copyInto(source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RowsFromSheet.NotWanted();
        }
        if (outcome(reading).problem().isPresent()) {
            status.setRollbackOnly();
            return true;
        }
        boolean swapped = swap(upload, taken, staged, base);
        if (!swapped) {
            status.setRollbackOnly();
        }
        return swapped;
    }

    private static Reading outcome(Future<Reading> reading) {
        try {
            return reading.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RowsFromSheet.NotWanted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * The draft is held for no longer than the database needs to take the rows in.
     *
     * @return false where rows that were corrected by hand would be lost without a yes
     */
    private boolean swap(StoredUpload upload, RowsFromSheet taken, StagedRows staged, int base) {
        CustomerId customer = upload.customer();
        Optional<StoredDraft> stored = drafts.lock(customer, upload.draftId());
        if (stored.isEmpty() || stored.get().sent() || !readings.lock(upload)) {
            throw new RowsFromSheet.NotWanted();
        }
        // asked here, under the lock: somebody may have corrected a row while the file was being read
        if (edits.find(customer, upload.draftId()).rows() > upload.mayLose()) {
            return false;
        }
        rows.clearOtherFiles(customer, upload.draftId(), base);
        drafts.fileChanged(stored.get().draft(), taken.file(), upload.actor(), clock.instant());
        rows.compareAndCount(
                customer,
                upload.draftId(),
                staged.anyKnown() ? Integer.MAX_VALUE : RowStore.FILE_BASE,
                clock.instant());
        readings.read(upload, taken.header(), staged.count(), taken.columns());
        if (taken.header().origin() == RosterHeader.Origin.CHOSEN) {
            mappings.remember(customer, taken.header(), upload.actor(), clock.instant());
        }
        return true;
    }
}
