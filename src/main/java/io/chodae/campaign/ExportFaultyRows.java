package io.chodae.campaign;

import io.chodae.roster.ColumnNames;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterTexts;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the faulty rows of an uploaded list as a table with the sheet's own columns, followed by the row's number and
 * by what is wrong, in the operator's language; corrected there, it can be uploaded as it is. Rows are read in chunks,
 * each by itself, since whoever downloads may be slow.
 */
@Component
public class ExportFaultyRows {

    private static final int CHUNK = 1_000;

    private final RowReader rows;
    private final DraftTexts texts;
    private final RosterTexts roster;

    ExportFaultyRows(RowReader rows, DraftTexts texts, RosterTexts roster) {
        this.rows = rows;
        this.texts = texts;
        this.roster = roster;
    }

    /** Writes nothing but the column names where this customer has no such draft, or no such rows. */
    public void write(CustomerId customer, long draftId, Language language, TableWriter table) throws IOException {
        List<String> titles = rows.columns(customer, draftId);
        boolean known = !titles.isEmpty();
        List<String> columns = known ? titles : fields(language);
        Map<RosterColumn, Integer> chosen = rows.places(customer, draftId);
        Map<RosterColumn, Integer> places = chosen.isEmpty() ? ColumnNames.places(titles) : chosen;
        table.row(with(columns, texts.export("row", language), texts.export("reasons", language)));
        int after = 0;
        List<SheetRow> chunk = rows.sheetRows(customer, draftId, RowFilter.FAULTY, after, CHUNK);
        while (!chunk.isEmpty()) {
            for (SheetRow row : chunk) {
                List<String> cells =
                        known && !row.cells().isEmpty() ? cells(row, columns.size(), places) : values(row.row());
                table.row(with(cells, String.valueOf(row.row().shownRow()), reasons(row.row(), language)));
            }
            after = chunk.getLast().row().rowNo();
            chunk = rows.sheetRows(customer, draftId, RowFilter.FAULTY, after, CHUNK);
        }
    }

    private List<String> fields(Language language) {
        return Stream.of(RosterColumn.values())
                .map(column -> roster.column(column, language))
                .toList();
    }

    /** What was corrected stands in place of what the sheet said, as far as its columns are known. */
    private static List<String> cells(SheetRow row, int columns, Map<RosterColumn, Integer> places) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < columns) {
            cells.add("");
        }
        if (row.corrected()) {
            places.forEach((column, place) -> {
                if (place < columns) {
                    cells.set(place, value(row.row(), column));
                }
            });
        }
        return cells.subList(0, columns);
    }

    private static List<String> values(DraftRow row) {
        return Stream.of(RosterColumn.values())
                .map(column -> value(row, column))
                .toList();
    }

    private static String value(DraftRow row, RosterColumn column) {
        Language language = row.language();
        return switch (column) {
            case NAME -> row.name();
            case EMAIL -> row.email();
            case PHONE -> row.phone();
            case NOTE -> row.extraInfo();
            case LANGUAGE -> language == null ? "" : language.tag();
        };
    }

    private String reasons(DraftRow row, Language language) {
        return row.faults().stream()
                .map(fault -> roster.column(RosterColumn.valueOf(fault.column()), language) + ": "
                        + texts.note(fault, language))
                .collect(Collectors.joining(" / "));
    }

    private static List<String> with(List<String> cells, String row, String reasons) {
        List<String> all = new ArrayList<>(cells);
        all.add(row);
        all.add(reasons);
        return all;
    }
}
