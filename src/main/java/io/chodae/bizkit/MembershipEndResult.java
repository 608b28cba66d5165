package io.chodae.bizkit;

/** How setting the last day of memberships ended. */
public sealed interface MembershipEndResult {

    /**
     * Stored.
     *
     * @param users how many have another last day now than before
     */
    record Set(int users) implements MembershipEndResult {}

    /** The day is over; nothing was stored. To end a membership at once, remove the person. */
    record Past() implements MembershipEndResult {}
}
