package io.chodae.provisioning;

/** Why a user is not created though there is nothing wrong with what was asked for. */
public enum ConflictReason {
    /** A person's own account has the address, and by the policy or the caller's wish that is the end of it. */
    DO_NOT_CREATE,
    /** The customer's own list says that the address stays with its person. */
    EXEMPT,
    /** The person who has the address works in the console of some customer. */
    OPERATOR,
    /** Another customer manages the account that has the address. */
    MANAGED_ELSEWHERE,
    /** The person asked never to be invited again, or the address bounces. */
    CANNOT_INVITE,
    /** The person was asked and said no. */
    DECLINED,
    /** The person was asked lately, with all follow-ups, and did not answer. */
    ASKED_IN_VAIN,
    /** Enough mails for this address or customer for now. */
    TOO_MANY_MAILS,
    /** Who runs this server has stopped the customer. */
    CUSTOMER_SUSPENDED,
    /** The customer has lost the domain while the person was waited for. */
    FOREIGN_DOMAIN
}
