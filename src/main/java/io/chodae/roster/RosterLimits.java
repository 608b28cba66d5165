package io.chodae.roster;

/**
 * How much one file may hold.
 *
 * @param maxRows people, blank rows not counted
 * @param maxBytes size of the file as uploaded
 */
public record RosterLimits(int maxRows, long maxBytes) {

    /** 100,000 people, 64 MB: read within a heap of 256 MB. */
    public static final RosterLimits STANDARD = new RosterLimits(100_000, 64L << 20);
}
