package io.chodae.roster;

import java.util.Map;

/**
 * Which column of a sheet says what.
 *
 * @param headerRow number of the row with the column names, as the spreadsheet program shows it; 0 where the sheet has
 *     none and begins with people
 * @param columns places from the left, from nought
 */
public record RosterMapping(int headerRow, Map<RosterColumn, Integer> columns) {

    public RosterMapping {
        columns = Map.copyOf(columns);
    }

    /** Whether people can be made of it: names and addresses, each column used once. */
    public boolean complete() {
        return columns.containsKey(RosterColumn.EMAIL)
                && columns.containsKey(RosterColumn.NAME)
                && columns.values().stream().distinct().count() == columns.size();
    }
}
