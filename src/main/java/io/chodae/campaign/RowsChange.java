package io.chodae.campaign;

import java.util.List;

/** How a decision about rows ended. */
public sealed interface RowsChange {

    /**
     * It stands, or stood so before.
     *
     * @param rows how many it changed
     * @param shown the row that it was about, and other rows of its address; empty where it was about many
     */
    record Done(Draft draft, int rows, List<DraftRow> shown) implements RowsChange {

        public Done {
            shown = List.copyOf(shown);
        }
    }

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements RowsChange {}

    /** This customer has no such draft, or the draft no such row (any more). */
    record Gone() implements RowsChange {}
}
