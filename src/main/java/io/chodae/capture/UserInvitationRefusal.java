package io.chodae.capture;

/** Why an invitation cannot be sent or canceled. */
public enum UserInvitationRefusal {
    /** No account has this primary address. */
    NO_ACCOUNT,
    /** The domain of the address is no verified, non-alias domain of the customer. */
    FOREIGN_DOMAIN,
    /** The account is managed already, by this customer or another. */
    MANAGED,
    /** Only what is out can be canceled. */
    NOT_INVITED,
    /** The person asked never to be invited again, or the address bounces. */
    SUPPRESSED,
    /** Enough mails for this address or customer for now. */
    TOO_MANY,
    /** Who runs this server has stopped the customer. */
    CUSTOMER_SUSPENDED
}
