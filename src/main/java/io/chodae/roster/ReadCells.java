package io.chodae.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads a table whose columns mean nothing to this room: the same formats and the same guard as for a list of people,
 * and every row as it stands.
 */
@Component
public class ReadCells {

    /** Takes the rows. */
    public interface Rows {
        /**
         * @param number as the spreadsheet program shows it, from 1
         * @param cells by column from the left; rows may differ in length
         */
        void row(int number, List<String> cells);
    }

    /**
     * What was handed on before an {@code Unreadable} is to be thrown away.
     *
     * @return empty where the file was read to its end
     */
    public Optional<RosterReading.Unreadable> read(Path file, RosterLimits limits, Rows rows) {
        try {
            if (Files.size(file) > limits.maxBytes()) {
                throw tooMuch(RosterProblem.TOO_LARGE, (Files.size(file) >> 20) + 1, limits.maxBytes() >> 20);
            }
            CellSink sink = new Counting(limits, rows);
            switch (FileKind.of(file)) {
                case ZIP -> XlsxRows.read(file, null, sink);
                case OLE2 -> XlsRows.read(file, null, sink);
                case TEXT -> CsvRows.read(file, sink);
                case MARKUP -> throw new UnreadableRoster(RosterProblem.WEB_PAGE);
                case EMPTY -> throw new UnreadableRoster(RosterProblem.EMPTY);
                case BINARY -> throw new UnreadableRoster(RosterProblem.NOT_A_SPREADSHEET);
            }
            return Optional.empty();
        } catch (UnreadableRoster e) {
            return Optional.of(e.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnreadableRoster tooMuch(RosterProblem problem, long found, long limit) {
        return new UnreadableRoster(problem, Map.of("found", String.valueOf(found), "limit", String.valueOf(limit)));
    }

    private static final class Counting implements CellSink {

        private final RosterLimits limits;
        private final Rows rows;
        private int seen;

        Counting(RosterLimits limits, Rows rows) {
            this.limits = limits;
            this.rows = rows;
        }

        @Override
        public void sheet(String name, List<String> otherSheets) {
            // the first sheet is the table
        }

        @Override
        public void row(int number, List<String> cells) {
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            // one more for the names of the columns
            if (++seen > limits.maxRows() + 1) {
                throw tooMuch(RosterProblem.TOO_MANY_ROWS, seen - 1L, limits.maxRows());
            }
            rows.row(number, cells);
        }
    }
}
