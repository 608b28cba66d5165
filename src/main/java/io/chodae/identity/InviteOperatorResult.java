package io.chodae.identity;

import java.time.Duration;
import java.util.List;

/** What became of asking a colleague to join. */
public sealed interface InviteOperatorResult {

    /** A mail is on its way. */
    record Invited(OperatorInvitation invitation) implements InviteOperatorResult {}

    /** Something in the form is not right; nothing was written. */
    record Invalid(List<FormFault> faults) implements InviteOperatorResult {}

    /** Who asks, or this address, has had enough of such mails for now; nothing was written. */
    record TooMany(Duration pause) implements InviteOperatorResult {}
}
