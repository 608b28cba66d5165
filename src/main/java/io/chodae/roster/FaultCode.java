package io.chodae.roster;

/** Why a row cannot be invited as it is. The sentence for people is the message {@code roster.fault.<code>}. */
public enum FaultCode {
    EMAIL_MISSING,
    EMAIL_INVALID,
    NAME_MISSING,
    NAME_TOO_LONG,
    PHONE_INVALID,
    NOTE_TOO_LONG,
    /** The same match key stands in an earlier row, which the fault names as {@code firstRow}. */
    DUPLICATE_IN_FILE
}
