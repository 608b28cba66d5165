package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;

/** What came of a sign-in at an external provider. */
public sealed interface ExternalSignInResult {

    record SignedIn(AccountId account) implements ExternalSignInResult {}

    /** The provider names no usable address, and no account is linked yet. */
    record NoAddress() implements ExternalSignInResult {}

    /** An account has the address, but the provider does not vouch that the person owns it. */
    record AddressTaken() implements ExternalSignInResult {}

    /** By the organisation that manages the account. */
    record Suspended(CustomerId by) implements ExternalSignInResult {}

    /**
     * There is no account yet, and an organisation makes those on its domain itself.
     *
     * @param domain of the address, as A-label
     */
    record DomainLocked(String domain) implements ExternalSignInResult {}

    record Disabled() implements ExternalSignInResult {}
}
