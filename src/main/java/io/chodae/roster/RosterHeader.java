package io.chodae.roster;

import java.util.List;

/**
 * The columns that a file was read by.
 *
 * @param origin how they were found
 * @param titles the names of all columns, one line each; empty where the sheet has no row of names
 * @param signature the same for every file with the same column names in the same order; empty where there are none
 */
public record RosterHeader(RosterMapping mapping, Origin origin, List<String> titles, String signature) {

    /** How the columns were found. */
    public enum Origin {
        NAMES,
        CHOSEN,
        REMEMBERED
    }

    public RosterHeader {
        titles = List.copyOf(titles);
    }
}
