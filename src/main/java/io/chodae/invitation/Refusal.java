package io.chodae.invitation;

/** Why an invitation cannot be accepted or declined by this person now. */
public enum Refusal {
    /** No such link, or one of somebody else's that is over. */
    UNKNOWN,
    EXPIRED,
    CANCELED,
    DECLINED,
    ALREADY_ACCEPTED_BY_YOU,
    ALREADY_ACCEPTED_BY_OTHER,
    /** This account belongs to the publisher already, by another invited address. */
    ACCOUNT_ALREADY_ENROLLED,
    /** The Biz Service asks for the account that owns the invited address. */
    ADDRESS_MUST_MATCH,
    /** The group or every Play that was offered is gone. */
    OFFER_GONE,
    NO_SEAT,
    /** Who runs this server has stopped the publisher. */
    PUBLISHER_SUSPENDED,
    /** A newer mail carries the link that works. */
    SUPERSEDED
}
