package io.chodae.campaign;

import io.chodae.roster.RosterReading;

/** What came of an upload, or of choosing how to read it. */
public sealed interface UploadResult {

    /** It is kept, and will be read in the background. */
    record Accepted(long uploadId) implements UploadResult {}

    /** It is too large to be kept; the draft is as it was. */
    record TooLarge(RosterReading.Unreadable problem) implements UploadResult {}

    /** The columns that were chosen make no people: names and addresses are needed, each column once. */
    record Incomplete() implements UploadResult {}

    /** It was sent; what was sent does not change any more. */
    record AlreadySent(long campaignId) implements UploadResult {}

    /** This customer has no such draft, or the draft no such upload (any more). */
    record Gone() implements UploadResult {}
}
