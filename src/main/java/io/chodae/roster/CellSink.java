package io.chodae.roster;

import java.util.List;

/** Takes a sheet as text, whatever the format it came in. */
interface CellSink {

    /** Called once, before the first row. */
    void sheet(String name, List<String> otherSheets);

    /**
     * @param number as the spreadsheet program shows it, from 1
     * @param cells by column from the left, empty text for an empty cell; rows may differ in length
     */
    void row(int number, List<String> cells);
}
