package io.chodae.identity;

import java.time.Duration;
import java.util.List;

/** What came of a person's wish to end the account. */
public sealed interface DeleteAccountResult {

    record Deleted() implements DeleteAccountResult {}

    record Invalid(List<FormFault> faults) implements DeleteAccountResult {}

    record TooMany(Duration pause) implements DeleteAccountResult {}

    /** An organisation manages the account: its end is not the person's to decide. */
    record Managed() implements DeleteAccountResult {}

    /** Some publisher would be left without an owner. */
    record LastOwner() implements DeleteAccountResult {}
}
