package io.chodae.identity;

import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.List;

/** What came of asking for another address. */
public sealed interface AddressChangeRequestResult {

    /** A mail is on its way to it. */
    record Requested(EmailAddress address) implements AddressChangeRequestResult {}

    record Invalid(List<FormFault> faults) implements AddressChangeRequestResult {}

    record TooMany(Duration pause) implements AddressChangeRequestResult {}

    /** An organisation manages the account: its address is not the person's to change. */
    record Managed() implements AddressChangeRequestResult {}
}
