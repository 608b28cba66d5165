package io.chodae.bizkit;

/** Which users to list by how their membership stands. */
public enum PeopleStanding {
    ANY,
    SUSPENDED,
    /** Ends within {@link #SOON} days. */
    ENDING;

    /** Days that count as soon, today not counted. */
    public static final int SOON = 30;
}
