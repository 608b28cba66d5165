package io.chodae.identity;

import java.time.Duration;

/** What came of asking for the verification mail again. */
public sealed interface VerificationRequestResult {

    record Requested() implements VerificationRequestResult {}

    record AlreadyVerified() implements VerificationRequestResult {}

    record TooMany(Duration pause) implements VerificationRequestResult {}
}
