package io.chodae.scim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is kept of a user, by its name in RFC 7643, 4.1, and how it can be compared. */
enum UserAttribute {
    ID("id", Kind.EXACT),
    EXTERNAL_ID("externalId", Kind.TEXT),
    USER_NAME("userName", Kind.TEXT),
    GIVEN_NAME("name.givenName", Kind.TEXT),
    FAMILY_NAME("name.familyName", Kind.TEXT),
    FORMATTED("name.formatted", Kind.TEXT),
    DISPLAY_NAME("displayName", Kind.TEXT),
    EMAIL("emails.value", Kind.TEXT),
    EMAIL_TYPE("emails.type", Kind.CONSTANT),
    EMAIL_PRIMARY("emails.primary", Kind.CONSTANT),
    ACTIVE("active", Kind.BOOLEAN),
    LANGUAGE("preferredLanguage", Kind.LANGUAGE),
    CREATED("meta.created", Kind.TIME),
    LAST_MODIFIED("meta.lastModified", Kind.TIME),
    RESOURCE_TYPE("meta.resourceType", Kind.CONSTANT),
    SCHEMAS("schemas", Kind.CONSTANT);

    /** How values of it compare. */
    enum Kind {
        TEXT,
        EXACT,
        BOOLEAN,
        LANGUAGE,
        TIME,
        /** The same for all users, so that it is known without asking for them. */
        CONSTANT
    }

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final String path;
    private final Kind kind;

    UserAttribute(String path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    String path() {
        return path;
    }

    Kind kind() {
        return kind;
    }

    /** @param path without its schema, in any case; {@code emails} alone means its values (RFC 7644, 3.4.2.2) */
    static Optional<UserAttribute> of(String path) {
        String plain = withoutSchema(path);
        String asked = plain.equalsIgnoreCase("emails") ? EMAIL.path : plain;
        return Arrays.stream(values())
                .filter(attribute -> attribute.path.equalsIgnoreCase(asked))
                .findFirst();
    }

    /** The path without the schema of users before it. */
    static String withoutSchema(String path) {
        return path.regionMatches(true, 0, SCHEMA + ":", 0, SCHEMA.length() + 1)
                ? path.substring(SCHEMA.length() + 1)
                : path;
    }

    static String all() {
        return Arrays.stream(values())
                .filter(attribute -> attribute.kind != Kind.CONSTANT || attribute == EMAIL_TYPE)
                .map(UserAttribute::path)
                .collect(Collectors.joining(", "));
    }

    /** What a constant one always is. */
    String constant() {
        return switch (this) {
            case EMAIL_TYPE -> "work";
            case EMAIL_PRIMARY -> "true";
            case RESOURCE_TYPE -> "User";
            case SCHEMAS -> SCHEMA.toLowerCase(Locale.ROOT);
            default -> throw new IllegalStateException(name());
        };
    }
}
