package io.chodae.campaign;

import java.util.List;

/** How the correction of a row ended. */
public sealed interface CorrectRowResult {

    /**
     * It was saved and checked again, with whatever is still wrong.
     *
     * @param others rows of the old or the new address that are right or wrong in another way now
     */
    record Saved(Draft draft, DraftRow row, List<DraftRow> others) implements CorrectRowResult {

        public Saved {
            others = List.copyOf(others);
        }
    }

    /** The row holds other values than the ones that were corrected; nothing was written. */
    record Changed(Draft draft, DraftRow row) implements CorrectRowResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements CorrectRowResult {}

    /** This customer has no such draft, or its file no such row (any more). */
    record Gone() implements CorrectRowResult {}
}
