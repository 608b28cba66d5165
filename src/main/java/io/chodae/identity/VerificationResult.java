package io.chodae.identity;

import io.chodae.shared.AccountId;

/** What came of pressing the button behind a verification link. */
public sealed interface VerificationResult {

    record Verified(AccountId account) implements VerificationResult {}

    /** Unknown, used or expired. */
    record DeadLink() implements VerificationResult {}
}
