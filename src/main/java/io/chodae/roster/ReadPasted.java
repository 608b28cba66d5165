package io.chodae.roster;

import io.chodae.shared.PlainText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes people of rows that were copied from a spreadsheet. */
public final class ReadPasted {

    private ReadPasted() {}

    /** By the names of the columns where the first row has them, otherwise by what stands in the columns. */
    public static List<PastedRow> read(String copied) {
        List<List<String>> cells = PastedCells.of(copied).stream()
                .map(row -> row.stream().map(PlainText::oneLine).toList())
                .toList();
        if (cells.isEmpty()) {
            return List.of();
        }
        if (cells.stream().allMatch(row -> row.stream().allMatch(GuessColumns::isAddress))) {
            return cells.stream()
                    .flatMap(List::stream)
                    .map(address -> new PastedRow("", address, "", ""))
                    .toList();
        }
        boolean named = isHeader(cells.getFirst());
        List<List<String>> people = named ? cells.subList(1, cells.size()) : cells;
        Map<RosterColumn, Integer> places =
                named ? ColumnNames.places(cells.getFirst()) : new GuessColumns(people).places();
        return people.stream()
                .map(row -> new PastedRow(
                        at(row, places.get(RosterColumn.NAME)),
                        at(row, places.get(RosterColumn.EMAIL)),
                        at(row, places.get(RosterColumn.PHONE)),
                        at(row, places.get(RosterColumn.NOTE))))
                .filter(row -> !(row.name() + row.email() + row.phone() + row.extraInfo()).isBlank())
                .toList();
    }

    /** Names of columns and no address; one name alone could be a person's. */
    private static boolean isHeader(List<String> row) {
        Map<RosterColumn, Integer> names = ColumnNames.places(row);
        return row.stream().noneMatch(GuessColumns::isAddress)
                && (names.containsKey(RosterColumn.EMAIL) || names.size() > 1);
    }

    private static String at(List<String> row, @Nullable Integer place) {
        return place == null || place >= row.size() ? "" : row.get(place);
    }
}
