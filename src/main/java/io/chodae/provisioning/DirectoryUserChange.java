package io.chodae.provisioning;

import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a user; what is null stays as it is.
 *
 * @param displayName empty: made of the two other names
 * @param externalId empty: none from now on
 */
public record DirectoryUserChange(
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String displayName,
        @Nullable Language language,
        @Nullable String externalId,
        @Nullable Boolean suspended,
        @Nullable String password) {

    /** Changes nothing; begin with this one. */
    public static final DirectoryUserChange NONE =
            new DirectoryUserChange(null, null, null, null, null, null, null, null);

    /** Without the password. */
    @Override
    public String toString() {
        return "DirectoryUserChange";
    }
}
