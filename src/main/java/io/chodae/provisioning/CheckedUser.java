package io.chodae.provisioning;

import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A user to be created in whom nothing is wrong.
 *
 * @param passwordHash null: the person chooses a password by mail
 */
record CheckedUser(
        EmailAddress email,
        UserNames names,
        Language language,
        String externalId,
        boolean suspended,
        @Nullable String passwordHash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "CheckedUser[" + email + "]";
    }
}
