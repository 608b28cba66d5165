package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.time.Duration;
import java.util.List;

/** What came of a sign-up. */
public sealed interface SignUpResult {

    record Created(AccountId account) implements SignUpResult {}

    /** The address has an account: sign in, or ask for a new password. */
    record AddressTaken() implements SignUpResult {}

    /**
     * An organisation makes the accounts on its domain itself.
     *
     * @param contact whom to ask, in its words
     */
    record DomainLocked(String organisation, String contact) implements SignUpResult {}

    record Invalid(List<FormFault> faults) implements SignUpResult {}

    record TooMany(Duration pause) implements SignUpResult {}
}
