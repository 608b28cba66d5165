package io.chodae.campaign;

import io.chodae.roster.RosterConsumer;
import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterRow;
import io.chodae.roster.RosterSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Takes the people that the reader finds, chunk by chunk; while one chunk is looked up, the next is read. */
final class RowsFromSheet implements RosterConsumer {

    /** Ends a reading from inside of it: the server stops, or another reading has taken over. */
    static final class NotWanted extends RuntimeException {

        NotWanted() {
            super("this reading is not wanted any more", null, false, false);
        }
    }

    private final StoredUpload upload;
    private final ReadingStore readings;
    private final Standing standing;
    private final StagedRows staged;
    private final ExecutorService aside;
    private final BooleanSupplier stop;

    private List<Found> waiting = new ArrayList<>();
    private @Nullable Future<?> underWay;
    private @Nullable RosterSheet sheet;
    private @Nullable RosterHeader header;
    private int width;

    RowsFromSheet(
            StoredUpload upload,
            ReadingStore readings,
            Standing standing,
            StagedRows staged,
            ExecutorService aside,
            BooleanSupplier stop) {
        this.upload = upload;
        this.readings = readings;
        this.standing = standing;
        this.staged = staged;
        this.aside = aside;
        this.stop = stop;
    }

    @Override
    public void head(RosterHead head) {
        if (!readings.head(upload, head)) {
            throw new NotWanted();
        }
    }

    @Override
    public void sheet(RosterSheet found) {
        sheet = found;
    }

    @Override
    public void header(RosterHeader found) {
        header = found;
        width = found.titles().size();
    }

    @Override
    public void row(RosterRow row) {
        row(row, List.of());
    }

    @Override
    public void row(RosterRow row, List<String> cells) {
        width = Math.max(width, cells.size());
        waiting.add(new Found(row, cells));
        if (waiting.size() == RowStore.CHUNK) {
            handOn();
        }
    }

    /** To be called after the last row. */
    void end() {
        handOn();
        await();
    }

    ReadFile file() {
        RosterSheet read = Objects.requireNonNull(sheet);
        return new ReadFile(
                upload.fileName(), read.sheetName().isEmpty() ? null : read.sheetName(), read.otherSheets());
    }

    RosterHeader header() {
        return Objects.requireNonNull(header);
    }

    /** A title for each cell of the widest row; columns without a name are called as the program calls them. */
    List<String> columns() {
        List<String> titles = new ArrayList<>(header().titles());
        for (int i = 0; i < width; i++) {
            if (i == titles.size()) {
                titles.add("");
            }
            if (titles.get(i).isEmpty()) {
                titles.set(i, RosterUpload.letters(i));
            }
        }
        return titles;
    }

    private void handOn() {
        await();
        if (stop.getAsBoolean()) {
            throw new NotWanted();
        }
        List<Found> chunk = waiting;
        waiting = new ArrayList<>(RowStore.CHUNK);
        underWay = aside.submit(() -> take(chunk));
    }

    private record Found(RosterRow row, List<String> cells) {}

    private void take(List<Found> found) {
        List<StagedRows.Staged> chunk = found.stream()
                .map(one -> new StagedRows.Staged(CheckedRow.of(one.row()), one.cells()))
                .toList();
        List<String> keys = chunk.stream()
                .map(row -> row.row().emailKey())
                .filter(Objects::nonNull)
                .toList();
        try {
            staged.add(chunk, standing.of(upload.customer(), keys));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWanted();
        }
        if (!readings.progress(upload, staged.count())) {
            throw new NotWanted();
        }
    }

    private void await() {
        Future<?> before = underWay;
        if (before == null) {
            return;
        }
        try {
            before.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWanted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
