package io.chodae.roster;

/** What a roster can say of a person. {@code EMAIL} and {@code NAME} are required, the others optional. */
public enum RosterColumn {
    NAME,
    EMAIL,
    PHONE,
    NOTE,
    LANGUAGE
}
