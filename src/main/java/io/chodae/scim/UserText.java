package io.chodae.scim;

import java.util.Arrays;
import java.util.Optional;

/** What of a user is a text that can be written. */
enum UserText {
    USER_NAME("userName", true),
    /** The same address under its other name. */
    EMAIL("emails.value", true),
    GIVEN_NAME("name.givenName", false),
    FAMILY_NAME("name.familyName", false),
    FORMATTED("name.formatted", false),
    DISPLAY_NAME("displayName", false),
    EXTERNAL_ID("externalId", false),
    PASSWORD("password", true);

    private final String path;
    private final boolean required;

    UserText(String path, boolean required) {
        this.path = path;
        this.required = required;
    }

    String path() {
        return path;
    }

    /** Whether it cannot be taken away. */
    boolean isRequired() {
        return required;
    }

    static Optional<UserText> of(String path) {
        return Arrays.stream(values())
                .filter(one -> one.path.equalsIgnoreCase(path))
                .findFirst();
    }
}
