package io.chodae.identity;

import java.time.Duration;

/** What became of mailing a colleague a new link. */
public sealed interface ResendOperatorResult {

    /** A mail is on its way, and the link before it works no more. */
    record Sent(OperatorInvitation invitation) implements ResendOperatorResult {}

    /** This customer has no such invitation, or it is over. */
    record Gone() implements ResendOperatorResult {}

    /** Who asks, or this address, has had enough of such mails for now; the link before works on. */
    record TooMany(Duration pause) implements ResendOperatorResult {}
}
