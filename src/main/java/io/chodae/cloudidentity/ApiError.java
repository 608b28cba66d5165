package io.chodae.cloudidentity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refused call, as google.rpc.Status is written in JSON.
 *
 * @param code the HTTP status
 * @param status what programs read
 * @param message what people read
 * @param details typed facts, each with its {@code @type}
 * @param headers what the answer carries beside it
 */
record ApiError(
        int code, String status, String message, List<Map<String, Object>> details, Map<String, String> headers) {

    static ApiError of(ApiStatus status, String message) {
        return new ApiError(status.code(), status.name(), message, List.of(), Map.of());
    }

    static ApiError invalid(String message) {
        return of(ApiStatus.INVALID_ARGUMENT, message);
    }

    static ApiError notFound(String message) {
        return of(ApiStatus.NOT_FOUND, message);
    }

    static ApiError internal() {
        return of(ApiStatus.INTERNAL, "The server failed at this call. Try again later.");
    }

    /** No code of google.rpc goes with 405; this one says that there is no such method. */
    static ApiError methodNotAllowed(String method, String allowed) {
        String message = "%s is not possible here, only %s.".formatted(method, allowed);
        return new ApiError(405, "UNIMPLEMENTED", message, List.of(), Map.of("Allow", allowed));
    }

    static ApiError tooLarge(int limit) {
        return coded(413, "The request is larger than %,d bytes, inflated or not.".formatted(limit), Map.of());
    }

    static ApiError unsupportedType(String message) {
        return coded(415, message, Map.of("Accept-Encoding", "gzip"));
    }

    /** What the client did wrong and must not repeat: nearest to an invalid argument of what programs know. */
    private static ApiError coded(int code, String message, Map<String, String> headers) {
        return new ApiError(code, ApiStatus.INVALID_ARGUMENT.name(), message, List.of(), headers);
    }

    ApiError with(Map<String, Object> detail) {
        return new ApiError(code, status, message, List.of(detail), headers);
    }

    ApiError withHeader(String name, String value) {
        return new ApiError(code, status, message, details, Map.of(name, value));
    }

    /** The envelope. */
    Map<String, Object> json() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        error.put("status", status);
        if (!details.isEmpty()) {
            error.put("details", details);
        }
        return Map.of("error", error);
    }
}
