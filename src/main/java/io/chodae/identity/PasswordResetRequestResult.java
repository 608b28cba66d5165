package io.chodae.identity;

import java.time.Duration;
import java.util.List;

/** What came of asking for a new password. Says nothing about whether the address has an account. */
public sealed interface PasswordResetRequestResult {

    record Requested() implements PasswordResetRequestResult {}

    record Invalid(List<FormFault> faults) implements PasswordResetRequestResult {}

    record TooMany(Duration pause) implements PasswordResetRequestResult {}
}
