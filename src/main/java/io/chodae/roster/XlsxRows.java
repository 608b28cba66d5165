package io.chodae.roster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads an .xlsx row by row, after {@link WorkbookGuard} has let it pass. */
final class XlsxRows {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
    private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

    private final DateText dates;
    private int missingNumbers;
    private boolean first = true;

    private XlsxRows(boolean from1904) {
        this.dates = new DateText(from1904);
    }

    static void read(Path file, @Nullable String wanted, CellSink sink) throws IOException {
        WorkbookGuard.check(file);
        try (ReadableWorkbook workbook = open(file)) {
            List<Sheet> visible = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .toList();
            if (visible.isEmpty()) {
                throw new UnreadableRoster(RosterProblem.EMPTY);
            }
            Sheet chosen = visible.stream()
                    .filter(sheet -> name(sheet).equals(wanted))
                    .findFirst()
                    .orElse(visible.getFirst());
            sink.sheet(
                    name(chosen),
                    visible.stream()
                            .filter(sheet -> !sheet.equals(chosen))
                            .map(XlsxRows::name)
                            .toList());
            try (Stream<Row> rows = attempt(() -> rows(chosen))) {
                new XlsxRows(workbook.isDate1904()).handOn(rows.iterator(), sink);
            }
        }
    }

    private void handOn(Iterator<Row> rows, CellSink sink) {
        while (attempt(rows::hasNext)) {
            Row row = attempt(rows::next);
            int number = number(row);
            List<String> cells = attempt(() -> texts(row));
            // outside of attempt(): what fails in there is not the file's fault
            sink.row(number, cells);
        }
    }

    /** Where the file leaves out row numbers, the library counts from nought instead of one. */
    private int number(Row row) {
        if (first) {
            missingNumbers = row.getRowNum() == 0 ? 1 : 0;
            first = false;
        }
        return row.getRowNum() + missingNumbers;
    }

    private List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            texts.add(text(cell));
        }
        return texts;
    }

    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        Object value = cell.getValue();
        return switch (value) {
            case null -> cell.getType() == CellType.ERROR && cell.getRawValue() != null ? cell.getRawValue() : "";
            case Boolean bool -> bool ? "TRUE" : "FALSE";
            case BigDecimal number -> date(cell, number).orElseGet(() -> NumberText.of(number));
            default -> value.toString();
        };
    }

    private Optional<String> date(Cell cell, BigDecimal number) {
        Integer format = cell.getDataFormatId();
        return format == null ? Optional.empty() : dates.read(number.doubleValue(), format, cell.getDataFormatString());
    }

    /** The guard has just read the file: what fails now is its content. */
    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), WITH_FORMATS);
        } catch (IOException | RuntimeException e) {
            // the library cannot do without a styles part when asked for formats
            return openWithoutFormats(file);
        }
    }

    private static ReadableWorkbook openWithoutFormats(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), WITHOUT_FORMATS);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }

    private static String name(Sheet sheet) {
        return Objects.requireNonNullElse(sheet.getName(), "");
    }

    private static Stream<Row> rows(Sheet sheet) {
        try {
            return sheet.openStream();
        } catch (IOException e) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }

    /** The library answers broken content by whatever exception it runs into. */
    private static <T> T attempt(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableRoster e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableRoster(RosterProblem.DAMAGED);
        }
    }
}
