package io.chodae.directory;

/** Why an account keeps its address. */
public enum EvictionRefusal {
    /** No account has the address. */
    NO_ACCOUNT,
    /** The domain of the address is no verified, non-alias domain of the customer. */
    FOREIGN_DOMAIN,
    /** The account is managed, by this customer or another: there is nothing to take back. */
    MANAGED,
    /** The customer's own list says so. */
    EXEMPT,
    /** The person works in the console of some customer, maybe this one's. */
    OPERATOR
}
