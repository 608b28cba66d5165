package io.chodae.bizkit;

import java.util.List;

/** How saving a user group ended. */
public sealed interface SaveGroupResult {

    /**
     * Stored.
     *
     * @param invited users who have to agree to new Plays first, and were asked by an invitation
     */
    record Saved(long groupId, int invited) implements SaveGroupResult {}

    /** Nothing was stored. */
    record Faults(List<Fault> faults) implements SaveGroupResult {}

    /** This customer has no such group. */
    record Gone() implements SaveGroupResult {}
}
