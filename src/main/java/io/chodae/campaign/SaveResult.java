package io.chodae.campaign;

import java.util.Set;

/** How a change of a draft ended. */
public sealed interface SaveResult {

    /**
     * It stands as sent in (or stood so before), together with what others changed meanwhile; the form goes on with
     * this version.
     *
     * @param othersRows whether the typed rows are others than were sent in
     */
    record Saved(Draft draft, boolean othersRows) implements SaveResult {

        public Saved(Draft draft) {
            this(draft, false);
        }
    }

    /**
     * Somebody else changed the same after the form was loaded. What he wrote stands; both can be shown.
     *
     * @param current as it is stored now: with every change of mine that is in nobody's way
     * @param by address of the operator whose change stands
     * @param mine the fields to go on with: mine where it is to be decided, as stored elsewhere
     * @param fields what is to be decided
     */
    record Conflict(Draft current, String by, DraftContent mine, Set<DraftField> fields) implements SaveResult {

        public Conflict {
            fields = Set.copyOf(fields);
        }
    }

    /** More rows than can be typed; a file takes more. Nothing was written. */
    record TooManyTyped(int limit, int found) implements SaveResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements SaveResult {}

    /** This customer has no such draft (any more). */
    record Gone() implements SaveResult {}
}
