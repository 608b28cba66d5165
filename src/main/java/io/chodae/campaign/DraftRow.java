package io.chodae.campaign;

import io.chodae.shared.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One person of a draft's list.
 *
 * @param rowNo names the row within its draft; typed rows come before those of the file
 * @param shownRow the row's number for people: as the spreadsheet program shows it, or the place among typed rows
 * @param email as cleaned, valid or not
 * @param language null where the row names none: the draft's language is used
 * @param faults what keeps this row from going out; empty in a good row
 * @param ready whether this person gets a mail
 * @param state why, or why not
 */
public record DraftRow(
        int rowNo,
        RowSource source,
        int shownRow,
        String name,
        String email,
        String phone,
        String extraInfo,
        @Nullable Language language,
        List<RowNote> faults,
        List<RowNote> warnings,
        boolean ready,
        RowState state) {

    public DraftRow {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /**
     * Changes whenever a value does. A page that sends a correction says by it which row it showed: in the meantime
     * somebody else may have corrected the row, or uploaded another list.
     */
    public String mark() {
        String tag = language == null ? "" : language.tag();
        return Integer.toHexString(Objects.hash(name, email, phone, extraInfo, tag));
    }
}
