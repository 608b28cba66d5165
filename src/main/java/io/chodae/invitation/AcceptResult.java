package io.chodae.invitation;

/** How an attempt to accept ended. */
public sealed interface AcceptResult {

    /** Accepted by this very call. */
    record Accepted(Invitation invitation) implements AcceptResult {}

    /** Nothing has changed. */
    record Refused(Refusal reason) implements AcceptResult {}
}
