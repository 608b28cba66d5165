package io.chodae.scim;

import io.chodae.shared.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a body says about a user: a whole one, or the values of a PATCH, whose adding and replacing are the same here since
 * a user has one of everything. The first thing that is wrong is kept as the fault.
 */
final class UserValues {

    /** What RFC 7643 knows of users and this directory does not keep; identity providers send it all the same. */
    private static final Set<String> NOT_KEPT = Set.of(
            "nickname",
            "profileurl",
            "title",
            "usertype",
            "locale",
            "timezone",
            "phonenumbers",
            "ims",
            "photos",
            "addresses",
            "groups",
            "entitlements",
            "roles",
            "x509certificates");

    private static final Set<String> NAME_NOT_KEPT =
            Set.of("name.middlename", "name.honorificprefix", "name.honorificsuffix");

    private final Map<UserText, String> texts = new EnumMap<>(UserText.class);
    private @Nullable Boolean active;
    private @Nullable Language language;
    private boolean namesGiven;
    private @Nullable ScimError fault;

    /** All of an object's fields; names may be whole paths, such as {@code name.givenName}, as Entra ID sends them. */
    void putAll(ObjectNode object, String id, boolean strict) {
        object.properties().forEach(field -> {
            String path = UserAttribute.withoutSchema(field.getKey());
            if (path.equalsIgnoreCase("id")) {
                keepId(field.getValue(), id);
            } else if (path.equalsIgnoreCase(UserAttribute.SCHEMA) && field.getValue() instanceof ObjectNode inner) {
                putAll(inner, id, strict);
            } else if (!isReadOnly(path)) {
                put(path, field.getValue(), strict);
            }
        });
    }

    /**
     * One value.
     *
     * @param path without the schema of users
     * @param strict whether a path that no schema knows is a fault
     */
    void put(String path, JsonNode value, boolean strict) {
        String name = path.toLowerCase(Locale.ROOT);
        Optional<UserText> text = UserText.of(name);
        if (text.isPresent()) {
            put(text.get(), value);
        } else if (name.equals("name")) {
            putName(value, strict);
        } else if (name.equals("emails")) {
            putEmails(value);
        } else if (name.equals("active")) {
            putActive(value);
        } else if (name.equals("preferredlanguage")) {
            putLanguage(value);
        } else if (isReadOnly(name) || name.equals("id")) {
            fail(ScimError.bad(ErrorKind.MUTABILITY, "%s is read-only.".formatted(Quoted.of(path))));
        } else if (strict && !isKnown(name)) {
            fail(ScimError.bad(ErrorKind.INVALID_PATH, "Users have no \"%s\".".formatted(Quoted.of(path))));
        }
    }

    /** Takes a value away. */
    void remove(String path) {
        put(path, Json.MAPPER.nullNode(), true);
    }

    private void put(UserText attribute, JsonNode given) {
        JsonNode value = Single.of(given);
        if (Fields.isUnassigned(value)) {
            if (attribute.isRequired()) {
                fail(ScimError.bad(
                        ErrorKind.MUTABILITY, "%s is required and cannot be taken away.".formatted(attribute.path())));
            }
            write(attribute, "");
        } else if (value.isString() || value.isNumber()) {
            write(attribute, value.asString());
        } else {
            fail(ScimError.bad(ErrorKind.INVALID_VALUE, "%s must be a text.".formatted(attribute.path())));
        }
    }

    private void write(UserText attribute, String text) {
        texts.put(attribute, text);
        namesGiven |= attribute == UserText.GIVEN_NAME || attribute == UserText.FAMILY_NAME;
    }

    private void putName(JsonNode value, boolean strict) {
        if (Fields.isUnassigned(value)) {
            write(UserText.GIVEN_NAME, "");
            write(UserText.FAMILY_NAME, "");
        } else if (value instanceof ObjectNode name) {
            name.properties().forEach(field -> put("name." + field.getKey(), field.getValue(), strict));
        } else {
            fail(ScimError.bad(ErrorKind.INVALID_VALUE, "name must be an object."));
        }
    }

    private void putEmails(JsonNode value) {
        if (Fields.isUnassigned(value)) {
            put(UserText.EMAIL, value);
            return;
        }
        PrimaryEmail.of(value)
                .ifPresentOrElse(
                        email -> put(UserText.EMAIL, email),
                        () -> fail(ScimError.bad(
                                ErrorKind.INVALID_VALUE, "emails must be a list of objects that have a value.")));
    }

    /** A text too: Entra ID sends {@code "False"}. */
    private void putActive(JsonNode given) {
        JsonNode value = Single.of(given);
        String text = value.isString() || value.isBoolean() ? value.asString().toLowerCase(Locale.ROOT) : "";
        if (text.equals("true") || text.equals("false")) {
            active = Boolean.valueOf(text);
        } else if (Fields.isUnassigned(value)) {
            fail(ScimError.bad(ErrorKind.MUTABILITY, "active cannot be taken away: set it to true or false."));
        } else {
            fail(ScimError.bad(ErrorKind.INVALID_VALUE, "active must be true or false."));
        }
    }

    private void putLanguage(JsonNode given) {
        JsonNode value = Single.of(given);
        if (value.isString()) {
            language = UserLanguages.spoken(value.stringValue()).orElse(language);
        } else if (!Fields.isUnassigned(value)) {
            fail(ScimError.bad(ErrorKind.INVALID_VALUE, "preferredLanguage must be a text such as \"ko-KR\"."));
        }
    }

    /** Whole users are sent with their id; only another one is wrong. */
    private void keepId(JsonNode value, String id) {
        if (!id.isEmpty() && !value.asString("").equals(id)) {
            fail(ScimError.bad(ErrorKind.MUTABILITY, "id is read-only."));
        }
    }

    private static boolean isReadOnly(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.equals("meta") || name.startsWith("meta.") || name.equals("schemas");
    }

    private static boolean isKnown(String name) {
        int end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        return name.startsWith("urn:")
                || NAME_NOT_KEPT.contains(name)
                || name.matches("emails\\.(type|primary|display)")
                || NOT_KEPT.contains(name.substring(0, end));
    }

    void fail(ScimError error) {
        fault = Objects.requireNonNullElse(fault, error);
    }

    @Nullable
    String text(UserText attribute) {
        return texts.get(attribute);
    }

    @Nullable
    Boolean active() {
        return active;
    }

    @Nullable
    Language language() {
        return language;
    }

    /** Whether the given or the family name was written. */
    boolean namesGiven() {
        return namesGiven;
    }

    /** What it says, or the first thing that is wrong with it. */
    Parsed<UserValues> checked() {
        return fault == null ? Parsed.good(this) : Parsed.bad(fault);
    }
}
