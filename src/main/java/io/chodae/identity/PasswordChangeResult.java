package io.chodae.identity;

import java.time.Duration;
import java.util.List;

/** What came of changing a password while signed in. */
public sealed interface PasswordChangeResult {

    record Changed() implements PasswordChangeResult {}

    record Invalid(List<FormFault> faults) implements PasswordChangeResult {}

    record TooMany(Duration pause) implements PasswordChangeResult {}
}
