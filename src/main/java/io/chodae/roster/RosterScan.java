package io.chodae.roster;

import io.chodae.shared.PlainText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the row of column names among the first rows of a sheet and makes people of the rows below it. */
final class RosterScan implements CellSink {

    /** Rows that are not blank; a longer preamble is no roster. */
    private static final int HEADER_WITHIN = 10;

    private final RosterLimits limits;
    private final RosterConsumer consumer;
    private final CheckRow checkRow;
    private final FirstRows firstRows = new FirstRows();

    private String sheetName = "";
    private List<String> otherSheets = List.of();
    private @Nullable Map<RosterColumn, Integer> columns;
    private int preamble;
    private String likelyHeader = "";
    private int likelyHeaderWeight;
    private int people;

    RosterScan(RosterLimits limits, RosterConsumer consumer, CheckRow checkRow) {
        this.limits = limits;
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
        if (columns == null) {
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                columns = header(number, cells);
            }
        } else {
            person(number, cells, columns);
        }
    }

    /** To be called after the last row: some problems show only then. */
    void end() {
        if (columns == null) {
            throw preamble == 0 ? new UnreadableRoster(RosterProblem.EMPTY) : noEmailColumn();
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

    private @Nullable Map<RosterColumn, Integer> header(int number, List<String> cells) {
        Map<RosterColumn, List<Integer>> named = HeaderNames.match(cells);
        List<Integer> emails = named.getOrDefault(RosterColumn.EMAIL, List.of());
        if (emails.isEmpty()) {
            remember(cells, named.size());
            if (++preamble == HEADER_WITHIN) {
                throw noEmailColumn();
            }
            return null;
        }
        if (emails.size() > 1) {
            throw found(RosterProblem.EMAIL_COLUMN_TWICE, names(emails.stream().map(cells::get)));
        }
        if (!named.containsKey(RosterColumn.NAME)) {
            throw found(RosterProblem.NO_NAME_COLUMN, names(cells.stream()));
        }
        Map<RosterColumn, Integer> chosen = new EnumMap<>(RosterColumn.class);
        Map<RosterColumn, String> titles = new EnumMap<>(RosterColumn.class);
        named.forEach((column, indexes) -> {
            chosen.put(column, indexes.getFirst());
            titles.put(column, cells.get(indexes.getFirst()).strip());
        });
        consumer.sheet(new RosterSheet(sheetName, otherSheets, number, titles));
        return chosen;
    }

    private void person(int number, List<String> cells, Map<RosterColumn, Integer> at) {
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
            consumer.row(firstRows.mark(checkRow.check(number, name, email, phone, note, language)));
        }
    }

    private static String cell(List<String> cells, @Nullable Integer index) {
        return index == null || index >= cells.size() ? "" : cells.get(index);
    }

    /** The row to name when no column of addresses is found: the one with most known names, then most cells. */
    private void remember(List<String> cells, int known) {
        long filled = cells.stream().filter(cell -> !cell.isBlank()).count();
        int weight = known * 1_000 + (int) Math.min(filled, 999);
        if (weight > likelyHeaderWeight) {
            likelyHeaderWeight = weight;
            likelyHeader = names(cells.stream());
        }
    }

    private UnreadableRoster noEmailColumn() {
        return found(RosterProblem.NO_EMAIL_COLUMN, likelyHeader);
    }

    private static UnreadableRoster found(RosterProblem problem, String names) {
        return new UnreadableRoster(problem, Map.of("found", names));
    }

    private static String names(Stream<String> cells) {
        return cells.map(PlainText::oneLine)
                .filter(cell -> !cell.isEmpty())
                .limit(20)
                .map(cell -> cell.length() > 40 ? cell.substring(0, 40) + "…" : cell)
                .collect(Collectors.joining(", "));
    }
}
