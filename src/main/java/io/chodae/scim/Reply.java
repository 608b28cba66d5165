package io.chodae.scim;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is written.
 *
 * @param json null: no body
 */
record Reply(
        int status, Map<String, String> headers, @Nullable Object json) {

    static Reply ok(Object json) {
        return new Reply(200, Map.of(), json);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null);
    }

    static Reply refused(ScimError error) {
        return new Reply(error.status(), error.headers(), error.json());
    }

    Reply with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), json);
    }

    Reply withStatus(int other) {
        return new Reply(other, headers, json);
    }
}
