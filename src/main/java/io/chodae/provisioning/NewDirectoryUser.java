package io.chodae.provisioning;

import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * A user to be created, as typed or sent.
 *
 * @param displayName empty: made of the two other names
 * @param language null: Korean
 * @param externalId may be empty
 * @param password null: the person chooses one by a link that is mailed
 */
public record NewDirectoryUser(
        String email,
        String givenName,
        String familyName,
        String displayName,
        @Nullable Language language,
        String externalId,
        boolean suspended,
        @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "NewDirectoryUser[" + email + "]";
    }
}
