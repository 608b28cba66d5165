package io.chodae.roster;

import java.util.List;
import java.util.Map;

/**
 * Where the people of a file stand.
 *
 * @param sheetName of the sheet that is read; empty for a text file
 * @param otherSheets names of the visible sheets that are not read
 * @param headerRow number of the row with the column names, as the spreadsheet program shows it
 * @param columns the column names as written, for each meaning that was found
 */
public record RosterSheet(
        String sheetName, List<String> otherSheets, int headerRow, Map<RosterColumn, String> columns) {

    public RosterSheet {
        otherSheets = List.copyOf(otherSheets);
        columns = Map.copyOf(columns);
    }
}
