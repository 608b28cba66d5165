package io.chodae.roster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file before it is read.
 *
 * @param sheet the sheet to read; null, or a name that the file does not have, for the first visible one
 * @param mapping the columns as chosen by hand; null to find them
 * @param remembered columns that were chosen earlier, by the {@link RosterHeader#signature} of their row of names
 */
public record RosterChoice(
        @Nullable String sheet, @Nullable RosterMapping mapping, Map<String, Map<RosterColumn, Integer>> remembered) {

    /** The first visible sheet, columns by their names. */
    public static final RosterChoice AUTOMATIC = new RosterChoice(null, null, Map.of());

    public RosterChoice {
        remembered = Map.copyOf(remembered);
    }
}
