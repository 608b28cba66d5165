package io.chodae.identity;

import io.chodae.shared.EmailAddress;

/** What came of following the link to a new address. */
public sealed interface AddressChangeResult {

    record Changed(EmailAddress address) implements AddressChangeResult {}

    /** Unknown, used, expired, replaced, or another account's. */
    record DeadLink() implements AddressChangeResult {}

    /** Somebody else has an account with it by now, or its domain was locked. */
    record Taken() implements AddressChangeResult {}

    /** An organisation manages the account by now. */
    record Managed() implements AddressChangeResult {}
}
