package io.chodae.capture;

/** Why rules cannot be. */
public enum TransferRulesFault {
    TOO_MANY_REMINDERS,
    /** Not ascending, or not a whole number of days from 1 to 90. */
    REMINDER_DAYS,
    /** On the day of the deadline or after it. */
    REMINDER_AFTER_DEADLINE,
    DEADLINE_DAYS,
    NOTICE_DAYS,
    /** A deadline that is no longer than the notice before it. */
    NOTICE_TOO_LONG,
    /** Nobody can be evicted at a deadline that there is not. */
    EVICTS_WITHOUT_DEADLINE,
    /** Eviction was chosen without the tick that says one knows what it does. */
    NOT_TICKED
}
