package io.chodae.roster;

/** What was understood otherwise than written; the row is fine. The sentence is {@code roster.warning.<code>}. */
public enum WarningCode {
    PHONE_ZERO_RESTORED,
    EMAIL_CLEANED,
    /** Neither Korean nor English: the invitation's own language is used. */
    LANGUAGE_UNKNOWN
}
