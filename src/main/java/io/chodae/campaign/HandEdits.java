package io.chodae.campaign;

import java.util.List;

/**
 * What operators did by hand to the rows of an uploaded list, and would do again after another reading.
 *
 * @param rows how many rows it is about; one may be corrected and left out
 * @param correctedRows numbers of the first of them, as the spreadsheet program shows them
 * @param leftOutRows the same of those that were left out
 */
public record HandEdits(int rows, int corrected, List<Integer> correctedRows, int leftOut, List<Integer> leftOutRows) {

    public HandEdits {
        correctedRows = List.copyOf(correctedRows);
        leftOutRows = List.copyOf(leftOutRows);
    }
}
