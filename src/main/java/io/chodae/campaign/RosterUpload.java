package io.chodae.campaign;

import io.chodae.roster.RosterHead;
import io.chodae.roster.RosterHeader;
import io.chodae.roster.RosterReading;
import org.jspecify.annotations.Nullable;

/**
 * The file that was uploaded last into a draft, and what came of it.
 *
 * @param inList whether the draft's rows are those of this file, as it was read before or just now
 * @param rowsRead people so far
 * @param problem why it cannot be read, by the sheet and columns it was read with; null otherwise
 * @param head its sheets and first rows; null until they were seen
 * @param header the columns that it was read by; null until it was read
 */
public record RosterUpload(
        long id,
        String fileName,
        long bytes,
        State state,
        boolean inList,
        int rowsRead,
        RosterReading.@Nullable Unreadable problem,
        @Nullable RosterHead head,
        @Nullable RosterHeader header) {

    /** How far it is. */
    public enum State {
        WAITING,
        READING,
        READ,
        /** Its reading would lose {@link HandEdits}: waits for a yes or a no. */
        ASKING,
        PROBLEM,
        /** The fault is ours, and the server has given up after several attempts. */
        FAILED
    }

    /** What a spreadsheet program calls a column, from A. */
    public static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** Whether it is going to change by itself. */
    public boolean busy() {
        return state == State.WAITING || state == State.READING;
    }
}
