package io.chodae.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The people of a draft in numbers, typed and from the file together.
 *
 * @param fileName the file that was read last, as it was named; null where there is none
 * @param sheetName the sheet that was read; null for a file without sheets
 * @param otherSheets sheets of the file that were not read
 * @param total {@code ready + faulty + skipped + leftOut}
 * @param ready people who will get a mail
 * @param faulty rows that cannot go out as they are
 * @param warnings rows that have something to look at, whether ready or not
 * @param skipped faultless rows of people who are enrolled already, invited and not to be invited again, or not to be
 *     written to
 * @param leftOut rows that an operator left out
 * @param enrolled faultless rows of people who are enrolled already
 * @param invited faultless rows of people with a pending invitation, whether they get a new one or not
 * @param again whether people with a pending invitation get a new one unless it was said otherwise of them
 * @param suppressed faultless rows of people who are not written to, whether they are tried again or not
 */
public record RosterSummary(
        @Nullable String fileName,
        @Nullable String sheetName,
        List<String> otherSheets,
        int total,
        int ready,
        int faulty,
        int warnings,
        int skipped,
        int leftOut,
        int enrolled,
        int invited,
        boolean again,
        int suppressed) {

    public RosterSummary {
        otherSheets = List.copyOf(otherSheets);
    }
}
