package io.chodae.roster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a file for nothing but its addresses: names are not needed, nor a row with the names of columns. Each row comes
 * with the address that it has, and with a fault where it has none or one of an earlier row; other faults mean nothing.
 */
@Component
public class ReadAddresses {

    private final ReadRoster reader;

    ReadAddresses(ReadRoster reader) {
        this.reader = reader;
    }

    /**
     * What was handed on before an {@code Unreadable} is to be thrown away.
     *
     * @param consumer is asked again for the same file where its columns are found at the second look only, but gets no
     *     row twice
     * @return empty where the file was read to its end
     */
    public Optional<RosterReading.Unreadable> read(Path file, RosterLimits limits, RosterConsumer consumer) {
        Looking looking = new Looking(consumer);
        Optional<RosterReading.Unreadable> problem = reader.read(file, limits, looking);
        if (problem.isEmpty() || !isAboutColumns(problem.get().problem())) {
            return problem;
        }
        Optional<RosterMapping> mapping = looking.mapping();
        return mapping.isEmpty()
                ? problem
                : reader.read(file, limits, new RosterChoice(null, mapping.get(), Map.of()), consumer);
    }

    private static boolean isAboutColumns(RosterProblem problem) {
        return problem == RosterProblem.NO_NAME_COLUMN || problem == RosterProblem.NO_EMAIL_COLUMN;
    }

    private static final class Looking implements RosterConsumer {

        private final RosterConsumer consumer;
        private @Nullable RosterHead head;

        Looking(RosterConsumer consumer) {
            this.consumer = consumer;
        }

        @Override
        public void head(RosterHead found) {
            head = found;
            consumer.head(found);
        }

        @Override
        public void sheet(RosterSheet sheet) {
            consumer.sheet(sheet);
        }

        @Override
        public void row(RosterRow row) {
            consumer.row(row);
        }

        /** The column that is called so, or else the one where most cells look like addresses. */
        Optional<RosterMapping> mapping() {
            if (head == null) {
                return Optional.empty();
            }
            for (RosterHead.Line row : head.rows()) {
                List<Integer> named = HeaderNames.match(row.cells()).getOrDefault(RosterColumn.EMAIL, List.of());
                if (!named.isEmpty()) {
                    return Optional.of(mapping(row.number(), named.getFirst()));
                }
            }
            List<List<String>> cells =
                    head.rows().stream().map(RosterHead.Line::cells).toList();
            if (cells.stream().flatMap(List::stream).noneMatch(cell -> cell.indexOf('@') >= 0)) {
                return Optional.empty();
            }
            return Optional.ofNullable(new GuessColumns(cells).places().get(RosterColumn.EMAIL))
                    .map(column -> mapping(above(column), column));
        }

        /** The rows above the first address, which say something else. */
        private int above(int column) {
            int last = 0;
            if (head != null) {
                for (RosterHead.Line row : head.rows()) {
                    if (column < row.cells().size() && row.cells().get(column).indexOf('@') >= 0) {
                        break;
                    }
                    last = row.number();
                }
            }
            return last;
        }

        private static RosterMapping mapping(int headerRow, int column) {
            return new RosterMapping(headerRow, Map.of(RosterColumn.EMAIL, column));
        }
    }
}
