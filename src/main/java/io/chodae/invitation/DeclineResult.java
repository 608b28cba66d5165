package io.chodae.invitation;

/** How an attempt to decline ended. */
public sealed interface DeclineResult {

    /** Declined by this very call. */
    record Declined(Invitation invitation) implements DeclineResult {}

    /** Nothing has changed. */
    record Refused(Refusal reason) implements DeclineResult {}
}
