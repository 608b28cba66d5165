package io.chodae.roster;

/**
 * Why a file cannot be read at all. The sentence for people, which says what to do, is the message
 * {@code roster.problem.<name>}; its named arguments stand behind each constant.
 */
public enum RosterProblem {
    /** {@code found}, {@code limit}: megabytes. */
    TOO_LARGE,
    EMPTY,
    /** A picture, a document, an archive, an unknown binary. */
    NOT_A_SPREADSHEET,
    /** HTML or XML that calls itself a spreadsheet, as many web sites offer for download. */
    WEB_PAGE,
    ENCRYPTED,
    HAS_MACROS,
    /** Broken or cut off. */
    DAMAGED,
    /** Unpacks to far more than a roster holds, or carries entities: made to do harm. */
    UNSAFE,
    /** Text in none of the encodings that we know. */
    ENCODING_UNKNOWN,
    /** {@code found}: the column names that were found, joined by commas. */
    NO_EMAIL_COLUMN,
    /** {@code found}: the names of the columns that both hold addresses. */
    EMAIL_COLUMN_TWICE,
    /** {@code found}: the column names that were found, joined by commas. */
    NO_NAME_COLUMN,
    /** Column names, but nobody below them. */
    NO_ROWS,
    /** {@code found}, {@code limit}: numbers of people. */
    TOO_MANY_ROWS
}
