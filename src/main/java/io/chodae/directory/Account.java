package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A person's account.
 *
 * @param emailVerified whether the person has shown to receive mail at the address
 * @param disabled whether signing in is closed, whoever closed it: the server, the organisation that manages the
 *     account, or the end of the account
 * @param managedBy the organisation that manages it; null: it is the person's own
 * @param suspendedBy the organisation that has suspended it, which is the one that manages it
 * @param evictedFrom the address that an organisation took back, until the person has chosen another one
 */
public record Account(
        AccountId id,
        EmailAddress email,
        String name,
        Language language,
        boolean emailVerified,
        boolean disabled,
        @Nullable CustomerId managedBy,
        @Nullable CustomerId suspendedBy,
        @Nullable EmailAddress evictedFrom) {

    public boolean isManaged() {
        return managedBy != null;
    }

    /** Whether its address is a temporary one that nobody reads. */
    public boolean needsAnotherAddress() {
        return evictedFrom != null;
    }

    /** Where mail about the account finds the person. */
    public EmailAddress reachedAt() {
        return evictedFrom == null ? email : evictedFrom;
    }
}
