package io.chodae.identity;

/** What became of changing a colleague's part. */
public enum OperatorChange {
    DONE,
    /** The role was the colleague's already. */
    SAME,
    /** Somebody has to own the customer: its last owner neither goes nor becomes less. */
    LAST_OWNER,
    /** The account does not work for this customer. */
    GONE
}
