package io.chodae.campaign;

/** How a change of a draft ended. */
public sealed interface SaveResult {

    /** It stands as sent in (or stood so before); the form goes on with this version. */
    record Saved(Draft draft) implements SaveResult {}

    /**
     * Somebody else changed the same part after the form was loaded. Nothing was written; both can be shown.
     *
     * @param by address of the operator whose change stands
     */
    record Conflict(Draft current, String by) implements SaveResult {}

    /** More rows than can be typed; a file takes more. Nothing was written. */
    record TooManyTyped(int limit, int found) implements SaveResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements SaveResult {}

    /** This customer has no such draft (any more). */
    record Gone() implements SaveResult {}
}
