package io.chodae.cloudidentity;

import java.util.Map;

/**
 * An answer to one call, ready for the wire.
 *
 * @param headers beside type and length
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Answer(int status, Map<String, String> headers, String type, byte[] body) {

    private static final String JSON = "application/json; charset=UTF-8";

    static Answer ok(Map<String, Object> json, boolean pretty) {
        return new Answer(200, Map.of(), JSON, Json.write(json, pretty));
    }

    static Answer refused(ApiError error, boolean pretty) {
        return new Answer(error.code(), error.headers(), JSON, Json.write(error.json(), pretty));
    }
}
