package io.chodae.directoryapi;

import io.chodae.identity.Role;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.shared.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users as JSON. What this server does not keep is left out, rather than filled with what is not so. */
final class UserJson {

    /** What Google writes for somebody who has never signed in. */
    private static final Instant NEVER = Instant.EPOCH;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private UserJson() {}

    /**
     * A user.
     *
     * @param customer the external id
     * @param role of the user in the customer's console; null: none
     */
    static Map<String, Object> of(String customer, DirectoryUser user, @Nullable Role role) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "admin#directory#user");
        json.put("id", Long.toString(user.id().value()));
        json.put("etag", IfMatch.etag(user));
        json.put("primaryEmail", user.email().value());
        json.put("name", name(user.givenName(), user.familyName(), user.displayName()));
        json.put("isAdmin", role == Role.OWNER);
        json.put("isDelegatedAdmin", role != null && role != Role.OWNER);
        json.put("lastLoginTime", TIME.format(Objects.requireNonNullElse(user.lastSignIn(), NEVER)));
        json.put("creationTime", TIME.format(user.created()));
        json.put("suspended", user.suspended());
        if (user.suspended()) {
            json.put("suspensionReason", "ADMIN");
        }
        json.put("archived", false);
        json.put("emails", List.of(email(user.email())));
        if (!user.externalId().isEmpty()) {
            json.put("externalIds", List.of(externalId(user.externalId())));
        }
        json.put("languages", List.of(language(user)));
        json.put("customerId", customer);
        json.put("orgUnitPath", "/");
        return json;
    }

    /** What can be said of somebody who is asked first: there is no user yet, and so no id. */
    static Map<String, Object> invited(String customer, EmailAddress email, UserBody body) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "admin#directory#user");
        json.put("primaryEmail", email.value());
        json.put(
                "name",
                name(
                        Objects.requireNonNullElse(body.givenName(), ""),
                        Objects.requireNonNullElse(body.familyName(), ""),
                        Objects.requireNonNullElse(body.displayName(), "")));
        json.put("customerId", customer);
        return json;
    }

    /** A page. As Google does, without {@code users} where there are none. */
    static Map<String, Object> list(String etag, List<Map<String, Object>> users, Optional<String> nextPageToken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", "admin#directory#users");
        json.put("etag", etag);
        if (!users.isEmpty()) {
            json.put("users", users);
        }
        nextPageToken.ifPresent(token -> json.put("nextPageToken", token));
        return json;
    }

    private static Map<String, Object> name(String given, String family, String full) {
        Map<String, Object> name = new LinkedHashMap<>();
        put(name, "givenName", given);
        put(name, "familyName", family);
        put(name, "fullName", full);
        return name;
    }

    private static void put(Map<String, Object> json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static Map<String, Object> email(EmailAddress email) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", email.value());
        json.put("primary", true);
        return json;
    }

    private static Map<String, Object> externalId(String value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", value);
        json.put("type", "organization");
        return json;
    }

    private static Map<String, Object> language(DirectoryUser user) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("languageCode", user.language().tag());
        json.put("preference", "preferred");
        return json;
    }
}
