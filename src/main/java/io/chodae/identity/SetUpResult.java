package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.List;

/** What came of setting up the first administrator. */
public sealed interface SetUpResult {

    record Done(CustomerId customer, AccountId account) implements SetUpResult {}

    /** Unknown or used. */
    record DeadLink() implements SetUpResult {}

    /** The link is still alive. */
    record Invalid(List<FormFault> faults) implements SetUpResult {}
}
