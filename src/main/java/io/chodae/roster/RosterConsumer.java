package io.chodae.roster;

import java.util.List;

/**
 * Takes the people of a file one by one, so that no list of them need be held. What was taken must be thrown away
 * where the reading ends as {@link RosterReading.Unreadable}: some problems show only at the end of the file.
 */
public interface RosterConsumer {

    /** Called once, before the first row. */
    void sheet(RosterSheet sheet);

    /** Called for each row that is not blank, in the order of the sheet. */
    void row(RosterRow row);

    /** Called once before {@link #sheet}, also where no columns can be found, but not where no sheet can be opened. */
    default void head(RosterHead head) {}

    /** Called once before the first row: the columns that people are made by. */
    default void header(RosterHeader header) {}

    /** As {@link #row(RosterRow)}, which it calls, with the cells of the whole row, cut to storable lengths. */
    default void row(RosterRow row, List<String> cells) {
        row(row);
    }
}
