package io.chodae.roster;

import io.chodae.shared.PlainText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides by the first rows of a sheet which column says what. */
final class FindColumns {

    private final List<RosterHead.Line> rows;
    private final RosterChoice choice;

    /** @param rows as they stand in the sheet, uncut */
    FindColumns(List<RosterHead.Line> rows, RosterChoice choice) {
        this.rows = rows;
        this.choice = choice;
    }

    /**
     * By hand, by an earlier choice for the same column names, or by the names; in this order.
     *
     * @throws UnreadableRoster where none of them helps
     */
    RosterHeader find() {
        RosterMapping chosen = choice.mapping();
        if (chosen != null) {
            return rows.stream()
                    .filter(row -> row.number() == chosen.headerRow())
                    .findFirst()
                    .map(row -> header(row, chosen.columns(), RosterHeader.Origin.CHOSEN))
                    .orElseGet(() -> new RosterHeader(chosen, RosterHeader.Origin.CHOSEN, List.of(), ""));
        }
        for (RosterHead.Line row : rows) {
            Map<RosterColumn, Integer> known =
                    choice.remembered().isEmpty() ? null : choice.remembered().get(HeaderNames.signature(row.cells()));
            if (known != null) {
                return header(row, known, RosterHeader.Origin.REMEMBERED);
            }
        }
        return byNames();
    }

    private RosterHeader byNames() {
        if (rows.isEmpty()) {
            throw new UnreadableRoster(RosterProblem.EMPTY);
        }
        for (RosterHead.Line row : rows) {
            RosterHeader found = byNames(row);
            if (found != null) {
                return found;
            }
        }
        throw found(RosterProblem.NO_EMAIL_COLUMN, likelyHeader());
    }

    private static @Nullable RosterHeader byNames(RosterHead.Line row) {
        Map<RosterColumn, List<Integer>> named = HeaderNames.match(row.cells());
        List<Integer> emails = named.getOrDefault(RosterColumn.EMAIL, List.of());
        if (emails.isEmpty()) {
            return null;
        }
        if (emails.size() > 1) {
            throw found(RosterProblem.EMAIL_COLUMN_TWICE, names(emails.stream().map(row.cells()::get)));
        }
        if (!named.containsKey(RosterColumn.NAME)) {
            throw found(RosterProblem.NO_NAME_COLUMN, names(row.cells().stream()));
        }
        Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
        named.forEach((column, places) -> columns.put(column, places.getFirst()));
        return header(row, columns, RosterHeader.Origin.NAMES);
    }

    private static RosterHeader header(
            RosterHead.Line row, Map<RosterColumn, Integer> columns, RosterHeader.Origin origin) {
        List<String> titles =
                SheetCells.stored(row.cells()).stream().map(PlainText::oneLine).toList();
        return new RosterHeader(
                new RosterMapping(row.number(), columns), origin, titles, HeaderNames.signature(row.cells()));
    }

    /** The row to name when no column of addresses is found: the one with most known names, then most cells. */
    private String likelyHeader() {
        String likely = "";
        int best = 0;
        for (RosterHead.Line row : rows) {
            long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
            int weight = HeaderNames.match(row.cells()).size() * 1_000 + (int) Math.min(filled, 999);
            if (weight > best) {
                best = weight;
                likely = names(row.cells().stream());
            }
        }
        return likely;
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
