package io.chodae.wire;

import java.util.Map;

/**
 * An answer to one call, ready for the wire.
 *
 * @param headers beside type and length
 * @param type empty where there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Answer(int status, Map<String, String> headers, String type, byte[] body) {

    private static final String JSON = "application/json; charset=UTF-8";
    private static final byte[] NOTHING = {};

    /** 204. */
    public static final Answer NO_CONTENT = new Answer(204, Map.of(), "", NOTHING);

    /** @param status below 300 */
    public static Answer json(int status, Map<String, String> headers, byte[] json) {
        return new Answer(status, headers, JSON, json);
    }

    static Answer refused(ApiError error, boolean pretty, Envelope envelope) {
        return json(error.code(), error.headers(), Json.write(envelope.of(error), pretty));
    }
}
