package io.chodae.bizkit;

/** How beginning an act on many people ended. */
public sealed interface StartActResult {

    /** It is done, where it was about few people, or under way. */
    record Started(PeopleJob job) implements StartActResult {}

    /** The selection is about nobody (any more). */
    record Nobody() implements StartActResult {}

    /** People cannot be moved into a group that this customer does not have. */
    record GroupGone() implements StartActResult {}

    /** A membership cannot end on a day that is over. */
    record DayOver() implements StartActResult {}
}
