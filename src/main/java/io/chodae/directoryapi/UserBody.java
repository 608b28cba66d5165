package io.chodae.directoryapi;

import io.chodae.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a call says about a user. Null is what it does not mention; an empty text is to be cleared.
 *
 * @param email the primary address
 * @param displayName the whole name
 * @param mustChangePassword at the next sign-in
 */
record UserBody(
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String displayName,
        @Nullable Language language,
        @Nullable String externalId,
        @Nullable Boolean suspended,
        @Nullable String password,
        boolean mustChangePassword) {

    /** Whether there is anything to call the person by. */
    boolean isNamed() {
        return isFilled(givenName) || isFilled(familyName) || isFilled(displayName);
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "UserBody";
    }
}
