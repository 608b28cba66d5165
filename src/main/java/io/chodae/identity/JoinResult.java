package io.chodae.identity;

import io.chodae.shared.CustomerId;

/** What became of following a colleague's link. */
public sealed interface JoinResult {

    /** The account works for the customer now. */
    record Joined(CustomerId customer, String customerName) implements JoinResult {}

    /** The account worked for the customer before; its role is as it was, and the link is used up. */
    record AlreadyThere(CustomerId customer) implements JoinResult {}

    /** The link was mailed to another address than the account's. Nothing is used up. */
    record OtherAddress() implements JoinResult {}

    /** Unknown, used, taken back, replaced or too old. */
    record DeadLink() implements JoinResult {}
}
