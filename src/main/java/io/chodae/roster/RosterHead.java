package io.chodae.roster;

import java.util.List;

/**
 * How a sheet begins, to choose its columns by.
 *
 * @param sheet the sheet that is read; empty for a text file
 * @param otherSheets names of the other visible ones
 * @param rows the first ten that are not blank, long values cut
 */
public record RosterHead(String sheet, List<String> otherSheets, List<Line> rows) {

    /**
     * A row as it is shown.
     *
     * @param number as the spreadsheet program shows it
     */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    public RosterHead {
        otherSheets = List.copyOf(otherSheets);
        rows = List.copyOf(rows);
    }
}
