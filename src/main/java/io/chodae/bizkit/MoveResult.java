package io.chodae.bizkit;

/** How moving people to a group ended. */
public sealed interface MoveResult {

    /**
     * Done, as far as it may be.
     *
     * @param moved how many are in another group now than before
     * @param needsInvitation how many consented Play by Play and would get Plays that they did not consent to; they
     *     stay where they are until they accept a new invitation
     */
    record Moved(int moved, int needsInvitation) implements MoveResult {}

    /** This customer has no such group (any more). */
    record GroupGone() implements MoveResult {}
}
