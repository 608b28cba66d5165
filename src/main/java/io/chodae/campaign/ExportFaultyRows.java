package io.chodae.campaign;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.roster.RosterColumn;
import io.chodae.roster.RosterTexts;
import io.chodae.roster.TableWriter;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the faulty rows of a draft as a table with the sheet's own columns, followed by the row's number and by what
 * is wrong, in the operator's language; corrected there, it can be uploaded as it is. Typed rows stand in the same
 * columns. Rows are read in chunks, each by itself, since whoever downloads may be slow.
 */
@Component
public class ExportFaultyRows {

    private static final int CHUNK = 1_000;

    private final DraftStore drafts;
    private final RowReader rows;
    private final DraftTexts texts;
    private final ReportTexts report;
    private final RowReasons reasons;
    private final RosterTexts roster;
    private final AuditTrail audit;

    ExportFaultyRows(
            DraftStore drafts,
            RowReader rows,
            DraftTexts texts,
            ReportTexts report,
            RowReasons reasons,
            RosterTexts roster,
            AuditTrail audit) {
        this.drafts = drafts;
        this.rows = rows;
        this.texts = texts;
        this.report = report;
        this.reasons = reasons;
        this.roster = roster;
        this.audit = audit;
    }

    /**
     * Writes down who takes the rows away; to be called before {@link #write}.
     *
     * @return false where this customer has no such draft
     */
    @Transactional
    public boolean begin(CustomerId customer, long draftId, String format, Actor actor) {
        if (drafts.find(customer, draftId).filter(draft -> !draft.sent()).isEmpty()) {
            return false;
        }
        audit.record(
                customer,
                actor,
                "draft.faulty_rows_downloaded",
                "draft",
                String.valueOf(draftId),
                Map.of("format", format));
        return true;
    }

    /** Writes nothing but the column names where this customer has no such draft, or no such rows. */
    public void write(CustomerId customer, long draftId, Language language, TableWriter table) throws IOException {
        SheetLayout layout = SheetLayout.of(rows, customer, draftId);
        List<RosterColumn> added = added(customer, draftId, layout);
        List<String> titles = new ArrayList<>(layout.titles());
        added.forEach(column -> titles.add(roster.column(column, language)));
        table.row(with(titles, texts.export("row", language), texts.export("reasons", language)));
        List<SheetRow> chunk = rows.sheetRows(customer, draftId, RowFilter.FAULTY, 0, CHUNK);
        while (!chunk.isEmpty()) {
            for (SheetRow row : chunk) {
                table.row(with(
                        cells(row, layout, added), report.row(row.row(), language), reasons.of(row.row(), language)));
            }
            chunk = rows.sheetRows(
                    customer, draftId, RowFilter.FAULTY, chunk.getLast().row().rowNo(), CHUNK);
        }
    }

    /** The columns that the sheet does not have and a row may need: all without a sheet, none without typed rows. */
    private List<RosterColumn> added(CustomerId customer, long draftId, SheetLayout layout) {
        boolean typed = rows.sheetRows(customer, draftId, RowFilter.FAULTY, 0, 1).stream()
                .anyMatch(row -> row.row().source() == RowSource.TYPED);
        return Stream.of(RosterColumn.values())
                .filter(column -> !layout.known()
                        || (typed
                                && column != RosterColumn.LANGUAGE
                                && !layout.places().containsKey(column)))
                .toList();
    }

    /** What was typed or corrected stands in the columns of the sheet that say so. */
    private static List<String> cells(SheetRow row, SheetLayout layout, List<RosterColumn> added) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < layout.width()) {
            cells.add("");
        }
        cells.subList(layout.width(), cells.size()).clear();
        if (row.corrected() || row.cells().isEmpty()) {
            layout.places().forEach((column, place) -> {
                if (place < layout.width()) {
                    cells.set(place, value(row.row(), column));
                }
            });
        }
        boolean own = !layout.known() || row.row().source() == RowSource.TYPED;
        added.forEach(column -> cells.add(own ? value(row.row(), column) : ""));
        return cells;
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

    private static List<String> with(List<String> cells, String row, String reasons) {
        List<String> all = new ArrayList<>(cells);
        all.add(row);
        all.add(reasons);
        return all;
    }
}
