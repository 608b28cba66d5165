package io.chodae.invitation;

/** How sending again ended. */
public sealed interface ResendResult {

    /** A new link is out, the old one is dead. */
    record Sent(Invitation invitation) implements ResendResult {}

    /** The person accepted already. */
    record AlreadyAccepted() implements ResendResult {}

    /** A newer invitation of the same address is out; send that one again. */
    record NewerIsOut() implements ResendResult {}

    /** Something else is in the way; nothing has changed. */
    record Hindered(Hindrance hindrance) implements ResendResult {}

    /** Enough for now; nothing has changed. */
    record TooMany(Limited limit) implements ResendResult {}

    /** This customer has no such invitation. */
    record Gone() implements ResendResult {}
}
