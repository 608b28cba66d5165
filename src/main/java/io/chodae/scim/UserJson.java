package io.chodae.scim;

import io.chodae.provisioning.DirectoryUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes users (RFC 7643, 4.1 and 8.2). What is empty is left out; a password is not even known here. */
final class UserJson {

    private UserJson() {}

    /** Where SCIM is, by the address at which this server is known. */
    static String base(String publicUrl) {
        return publicUrl.replaceFirst("/+$", "") + "/scim/v2";
    }

    static String location(DirectoryUser user, String base) {
        return base + "/Users/" + UserIds.write(user.id());
    }

    static Map<String, Object> of(DirectoryUser user, String base) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemas", List.of(UserAttribute.SCHEMA));
        json.put("id", UserIds.write(user.id()));
        putText(json, "externalId", user.externalId());
        json.put("userName", user.email().value());
        Map<String, Object> name = new LinkedHashMap<>();
        putText(name, "formatted", user.displayName());
        putText(name, "familyName", user.familyName());
        putText(name, "givenName", user.givenName());
        if (!name.isEmpty()) {
            json.put("name", name);
        }
        putText(json, "displayName", user.displayName());
        json.put("preferredLanguage", user.language().tag());
        json.put("active", !user.suspended());
        Map<String, Object> email = new LinkedHashMap<>();
        email.put("value", user.email().value());
        email.put("type", "work");
        email.put("primary", true);
        json.put("emails", List.of(email));
        json.put("meta", meta(user, base));
        return json;
    }

    private static Map<String, Object> meta(DirectoryUser user, String base) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("resourceType", "User");
        meta.put("created", user.created().toString());
        meta.put("lastModified", user.updated().toString());
        meta.put("location", location(user, base));
        meta.put("version", EntityTags.of(user.version()));
        return meta;
    }

    private static void putText(Map<String, Object> json, String name, String text) {
        if (!text.isEmpty()) {
            json.put(name, text);
        }
    }
}
