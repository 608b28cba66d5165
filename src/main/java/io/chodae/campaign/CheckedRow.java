package io.chodae.campaign;

import io.chodae.roster.RosterRow;
import io.chodae.shared.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row after the checks that look at it alone, about to be stored.
 *
 * @param emailKey match key of the address; null where it is none
 */
record CheckedRow(
        int shownRow,
        String name,
        String email,
        @Nullable String emailKey,
        String phone,
        String extraInfo,
        @Nullable Language language,
        List<RowNote> faults,
        List<RowNote> warnings) {

    static CheckedRow of(RosterRow row) {
        String language = row.language();
        return new CheckedRow(
                row.sheetRow(),
                row.name(),
                row.email(),
                row.emailKey().orElse(null),
                row.phone(),
                row.extraInfo(),
                language == null ? null : Language.ofTag(language),
                row.faults().isEmpty() ? List.of() : faults(row),
                row.warnings().isEmpty() ? List.of() : warnings(row));
    }

    private static List<RowNote> faults(RosterRow row) {
        return row.faults().stream()
                .map(fault -> new RowNote(fault.column().name(), fault.code().name(), fault.value(), fault.args()))
                .toList();
    }

    private static List<RowNote> warnings(RosterRow row) {
        return row.warnings().stream()
                .map(warning ->
                        new RowNote(warning.column().name(), warning.code().name(), warning.value()))
                .toList();
    }
}
