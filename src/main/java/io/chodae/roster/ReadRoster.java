package io.chodae.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a file that an operator chose, whatever its name says: .xlsx, .xls, or delimited text. */
@Component
public class ReadRoster {

    private final CheckRow checkRow;

    ReadRoster(CheckRow checkRow) {
        this.checkRow = checkRow;
    }

    /**
     * Reads all people into memory, for lists that are known to be short.
     *
     * @param fileName as the operator knows it; nothing is decided by it
     */
    public RosterReading read(Path file, String fileName, RosterLimits limits) {
        Collected collected = new Collected();
        return read(file, limits, collected)
                .<RosterReading>map(unreadable -> unreadable)
                .orElseGet(() -> new RosterReading.Read(collected.roster()));
    }

    /**
     * Hands the people on one by one, in bounded memory. What was handed on before an {@code Unreadable} is to be
     * thrown away.
     *
     * @return empty where the file was read to its end
     * @throws UncheckedIOException where the file itself cannot be read from disk
     */
    public Optional<RosterReading.Unreadable> read(Path file, RosterLimits limits, RosterConsumer consumer) {
        return read(file, limits, RosterChoice.AUTOMATIC, consumer);
    }

    /** The same by a sheet and columns that an operator chose, now or for an earlier file with the same column names. */
    public Optional<RosterReading.Unreadable> read(
            Path file, RosterLimits limits, RosterChoice choice, RosterConsumer consumer) {
        try {
            checkSize(Files.size(file), limits);
            RosterScan scan = new RosterScan(limits, choice, consumer, checkRow);
            switch (FileKind.of(file)) {
                case ZIP -> XlsxRows.read(file, choice.sheet(), scan);
                case OLE2 -> XlsRows.read(file, choice.sheet(), scan);
                case TEXT -> CsvRows.read(file, scan);
                case MARKUP -> throw new UnreadableRoster(RosterProblem.WEB_PAGE);
                case EMPTY -> throw new UnreadableRoster(RosterProblem.EMPTY);
                case BINARY -> throw new UnreadableRoster(RosterProblem.NOT_A_SPREADSHEET);
            }
            scan.end();
            return Optional.empty();
        } catch (UnreadableRoster e) {
            return Optional.of(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkSize(long bytes, RosterLimits limits) {
        if (bytes > limits.maxBytes()) {
            throw new UnreadableRoster(
                    RosterProblem.TOO_LARGE, Map.of("found", megabytes(bytes), "limit", megabytes(limits.maxBytes())));
        }
    }

    /** Rounded up, so that a file just over the limit is not said to be as large as the limit. */
    private static String megabytes(long bytes) {
        return String.valueOf((bytes + (1 << 20) - 1) >> 20);
    }

    private static final class Collected implements RosterConsumer {

        private final List<RosterRow> rows = new ArrayList<>();
        private @Nullable RosterSheet sheet;

        @Override
        public void sheet(RosterSheet found) {
            sheet = found;
        }

        @Override
        public void row(RosterRow row) {
            rows.add(row);
        }

        Roster roster() {
            RosterSheet read = Objects.requireNonNull(sheet);
            return new Roster(read.sheetName(), read.otherSheets(), read.headerRow(), rows);
        }
    }
}
