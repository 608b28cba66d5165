package io.chodae.invitation;

import java.time.Instant;

/**
 * Enough was sent for now.
 *
 * @param most so many are allowed
 * @param again when it works again
 */
public record Limited(Reason reason, int most, Instant again) {

    /** What there was enough of. */
    public enum Reason {
        /** Presses of one operator within a minute. */
        PRESSES_A_MINUTE,
        /** Presses of one operator within an hour. */
        PRESSES_AN_HOUR,
        /** Invitations of this customer to this address within a day. */
        RECIPIENT,
        /** Invitations of all customers to this address within a day. */
        RECIPIENT_OVERALL
    }
}
