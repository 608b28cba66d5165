package io.chodae.roster;

/**
 * Takes the people of a file one by one, so that no list of them need be held. What was taken must be thrown away
 * where the reading ends as {@link RosterReading.Unreadable}: some problems show only at the end of the file.
 */
public interface RosterConsumer {

    /** Called once, before the first row. */
    void sheet(RosterSheet sheet);

    /** Called for each row that is not blank, in the order of the sheet. */
    void row(RosterRow row);
}
