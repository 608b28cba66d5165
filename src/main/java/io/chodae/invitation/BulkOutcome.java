package io.chodae.invitation;

/** What became of one person when something was done to many. */
public enum BulkOutcome {
    /** What was asked for. */
    DONE,
    /** The person had accepted; that stays. */
    ACCEPTED,
    /** Nothing was out any more. */
    ENDED,
    /** It was as asked for already. */
    SAME,
    /** A newer invitation of the same address is out. */
    NEWER_OUT,
    ADDRESS_ENROLLED,
    OFFER_GONE,
    NO_SEAT,
    PUBLISHER_SUSPENDED,
    /** The address is not written to; the link that was out stays alive. */
    SUPPRESSED,
    SENDING_PAUSED,
    /** The address had enough invitations for a day. */
    HELD_BACK,
    /** This customer has no such invitation. */
    GONE;

    static BulkOutcome of(Hindrance hindrance) {
        return switch (hindrance) {
            case ADDRESS_ENROLLED -> ADDRESS_ENROLLED;
            case OFFER_GONE -> OFFER_GONE;
            case NO_SEAT -> NO_SEAT;
            case PUBLISHER_SUSPENDED -> PUBLISHER_SUSPENDED;
            case SUPPRESSED -> SUPPRESSED;
            case SENDING_PAUSED -> SENDING_PAUSED;
        };
    }
}
