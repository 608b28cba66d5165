package io.chodae.identity;

/** What came of a customer's act on an account that it manages. */
public enum ManagedChange {
    DONE,
    /** It was so already. */
    UNCHANGED,
    /** No account that this customer manages. */
    NOT_MANAGED,
    /** The account may do more than the one who acts: somebody with a higher role has to. */
    NOT_YOURS,
    /** Its sign-in is closed, so what was asked for would be of no use. */
    SUSPENDED,
    /** Some customer would be left without an owner. */
    LAST_OWNER,
    /** The new address has an account already. */
    ADDRESS_TAKEN,
    /** The new address is on no proven domain of the customer. */
    FOREIGN_DOMAIN,
    /** What was typed is no address. */
    MALFORMED
}
