package io.chodae.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refused call (RFC 7644, 3.12).
 *
 * @param status the HTTP status
 * @param kind null where the status says it all
 * @param detail what people read
 * @param headers what the answer carries beside it
 */
record ScimError(int status, @Nullable ErrorKind kind, String detail, Map<String, String> headers) {

    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    static ScimError of(int status, String detail) {
        return new ScimError(status, null, detail, Map.of());
    }

    static ScimError bad(ErrorKind kind, String detail) {
        return new ScimError(400, kind, detail, Map.of());
    }

    static ScimError taken(String detail) {
        return new ScimError(409, ErrorKind.UNIQUENESS, detail, Map.of());
    }

    static ScimError notFound() {
        return of(404, "There is no such user among those that this organisation manages.");
    }

    static ScimError stale() {
        return of(412, "The user has been changed since the version that If-Match names. Read it again.");
    }

    ScimError withHeader(String name, String value) {
        return new ScimError(status, kind, detail, Map.of(name, value));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemas", List.of(SCHEMA));
        json.put("status", String.valueOf(status));
        if (kind != null) {
            json.put("scimType", kind.word());
        }
        json.put("detail", detail);
        return json;
    }
}
