package io.chodae.invitation;

/** Why an invitation may not go out again now. */
public enum Hindrance {
    /** The invited address belongs already. */
    ADDRESS_ENROLLED,
    /** The group or every Play that was offered is gone. */
    OFFER_GONE,
    /** It would take a seat, and none is free. */
    NO_SEAT,
    /** Who runs this server has stopped the publisher. */
    PUBLISHER_SUSPENDED,
    /** The address is not written to, so that a new link would reach nobody and the old one would be dead. */
    SUPPRESSED,
    /** The sending that it belongs to is paused: the new mail would wait while the old link is dead. */
    SENDING_PAUSED
}
