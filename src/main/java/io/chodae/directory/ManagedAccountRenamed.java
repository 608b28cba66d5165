package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;

/**
 * The customer that manages an account gave it another address, in the publishing transaction.
 *
 * @param changeNumber no two changes share one
 */
public record ManagedAccountRenamed(
        AccountId account, CustomerId by, EmailAddress before, EmailAddress after, long changeNumber) {

    /** Whether mail goes another way; else only the letters' case changed. */
    public boolean moved() {
        return !before.key().equals(after.key());
    }
}
