package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.List;

/** What came of setting a new password by a mailed link. */
public sealed interface PasswordResetResult {

    record Changed(AccountId account) implements PasswordResetResult {}

    /** Unknown, used or expired; nobody learns which. */
    record DeadLink() implements PasswordResetResult {}

    /** The link is still alive. */
    record Invalid(List<FormFault> faults) implements PasswordResetResult {}
}
