package io.chodae.roster;

import io.chodae.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
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

    /** The match key of the address; empty where it is missing or none. */
    public Optional<String> emailKey() {
        for (RowFault fault : faults) {
            if (fault.code() == FaultCode.EMAIL_INVALID || fault.code() == FaultCode.EMAIL_MISSING) {
                return Optional.empty();
            }
        }
        return Optional.of(EmailAddress.keyOfValid(email));
    }

    /** Whether this person can be invited. */
    public boolean ready() {
        return faults.isEmpty();
    }
}
