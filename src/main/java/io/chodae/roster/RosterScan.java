package io.chodae.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the first rows of a sheet until it is clear which column says what, and makes people of the rows below. */
final class RosterScan implements CellSink {

    /** Rows that are not blank; a longer preamble is no roster. */
    private static final int HEADER_WITHIN = 10;

    private final RosterLimits limits;
    private final RosterChoice choice;
    private final RosterConsumer consumer;
    private final CheckRow checkRow;
    private final FirstRows firstRows = new FirstRows();

    private String sheetName = "";
    private List<String> otherSheets = List.of();
    private List<RosterHead.Line> waiting = new ArrayList<>();
    private @Nullable RosterMapping mapping;
    private int people;

    RosterScan(RosterLimits limits, RosterChoice choice, RosterConsumer consumer, CheckRow checkRow) {
        this.limits = limits;
        this.choice = choice;
        this.consumer = consumer;
        this.checkRow = checkRow;
    }

    @Override
    public void sheet(String name, List<String> others) {
        sheetName = name;
        otherSheets = others;
    }

    @Override
    public void row(int number, List<String> cells) {
        if (mapping != null) {
            person(number, cells, mapping);
        } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            waiting.add(new RosterHead.Line(number, cells));
            if (waiting.size() == HEADER_WITHIN) {
                decide();
            }
        }
    }

    /** To be called after the last row: some problems show only then. */
    void end() {
        if (mapping == null) {
            decide();
        }
        if (people == 0) {
            throw new UnreadableRoster(RosterProblem.NO_ROWS);
        }
        if (people > limits.maxRows()) {
            throw new UnreadableRoster(
                    RosterProblem.TOO_MANY_ROWS,
                    Map.of("found", "%,d".formatted(people), "limit", "%,d".formatted(limits.maxRows())));
        }
    }

    private void decide() {
        List<RosterHead.Line> rows = waiting;
        waiting = List.of();
        consumer.head(new RosterHead(
                sheetName,
                otherSheets,
                rows.stream()
                        .map(row -> new RosterHead.Line(row.number(), SheetCells.shown(row.cells())))
                        .toList()));
        RosterHeader header = new FindColumns(rows, choice).find();
        mapping = header.mapping();
        consumer.sheet(new RosterSheet(sheetName, otherSheets, mapping.headerRow(), titles(header)));
        consumer.header(header);
        for (RosterHead.Line row : rows) {
            person(row.number(), row.cells(), mapping);
        }
    }

    private static Map<RosterColumn, String> titles(RosterHeader header) {
        Map<RosterColumn, String> titles = new EnumMap<>(RosterColumn.class);
        header.mapping()
                .columns()
                .forEach((column, place) ->
                        titles.put(column, cell(header.titles(), place).strip()));
        return titles;
    }

    private void person(int number, List<String> cells, RosterMapping by) {
        if (number <= by.headerRow()) {
            return;
        }
        Map<RosterColumn, Integer> at = by.columns();
        String name = cell(cells, at.get(RosterColumn.NAME));
        String email = cell(cells, at.get(RosterColumn.EMAIL));
        String phone = cell(cells, at.get(RosterColumn.PHONE));
        String note = cell(cells, at.get(RosterColumn.NOTE));
        // a running number or another prepared cell alone makes nobody
        if (name.isBlank() && email.isBlank() && phone.isBlank() && note.isBlank()) {
            return;
        }
        if (++people <= limits.maxRows()) {
            String language = cell(cells, at.get(RosterColumn.LANGUAGE));
            consumer.row(
                    firstRows.mark(checkRow.check(number, name, email, phone, note, language)),
                    SheetCells.stored(cells));
        }
    }

    private static String cell(List<String> cells, @Nullable Integer index) {
        return index == null || index >= cells.size() ? "" : cells.get(index);
    }
}
