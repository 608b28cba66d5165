package io.chodae.campaign;

import io.chodae.roster.RosterReading;

/** How the upload of a list ended. */
public sealed interface ImportResult {

    /** Its rows, good and faulty, are the file rows of the draft now. */
    record Imported(Draft draft) implements ImportResult {}

    /** Nothing of the file can be used, for this one reason; the draft is as it was. */
    record Unreadable(RosterReading.Unreadable problem) implements ImportResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements ImportResult {}

    /** This customer has no such draft (any more). */
    record Gone() implements ImportResult {}
}
