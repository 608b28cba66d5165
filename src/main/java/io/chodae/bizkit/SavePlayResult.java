package io.chodae.bizkit;

import java.util.List;

/** How saving a Private Play ended. */
public sealed interface SavePlayResult {

    /** Stored. */
    record Saved(long playId) implements SavePlayResult {}

    /** Nothing was stored. */
    record Faults(List<Fault> faults) implements SavePlayResult {}

    /** This customer has no such Play. */
    record Gone() implements SavePlayResult {}
}
