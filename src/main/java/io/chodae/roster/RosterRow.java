package io.chodae.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person of a roster. The values are cleaned: one line each, NFC, phone as digits. A value with a fault stands as
 * far as it could be cleaned, cut to a storable length; the fault quotes the cell.
 *
 * @param sheetRow the row number that the spreadsheet program shows, from 1
 * @param phone at most 12 digits, with a leading {@code +} where it is a foreign number; empty where none was given
 * @param extraInfo empty where none was given
 * @param language {@code ko} or {@code en}; null where the row names none
 */
public record RosterRow(
        int sheetRow,
        String name,
        String email,
        String phone,
        String extraInfo,
        @Nullable String language,
        List<RowFault> faults,
        List<RowWarning> warnings) {

    public RosterRow {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** Whether this person can be invited. */
    public boolean ready() {
        return faults.isEmpty();
    }
}
