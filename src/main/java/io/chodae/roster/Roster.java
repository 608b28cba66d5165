package io.chodae.roster;

import java.util.List;

/**
 * What a file held.
 *
 * @param sheetName of the sheet that was read; empty for a text file
 * @param otherSheets names of the visible sheets that were not read
 * @param headerRow number of the row with the column names, as the spreadsheet program shows it
 */
public record Roster(String sheetName, List<String> otherSheets, int headerRow, List<RosterRow> rows) {

    public Roster {
        otherSheets = List.copyOf(otherSheets);
        rows = List.copyOf(rows);
    }
}
