package io.chodae.campaign;

/** How the removal of a list ended. */
public sealed interface RemoveRosterResult {

    /** There is no list in it any more. */
    record Removed(Draft draft) implements RemoveRosterResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements RemoveRosterResult {}

    /** This customer has no such draft (any more). */
    record Gone() implements RemoveRosterResult {}
}
