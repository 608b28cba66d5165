package io.chodae.bizkit;

import java.util.List;

/** How saving a user group ended. */
public sealed interface SaveGroupResult {

    /** Stored. */
    record Saved(long groupId) implements SaveGroupResult {}

    /** Nothing was stored. */
    record Faults(List<Fault> faults) implements SaveGroupResult {}

    /** This customer has no such group. */
    record Gone() implements SaveGroupResult {}
}
