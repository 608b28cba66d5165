package io.chodae.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refused call.
 *
 * @param code the HTTP status
 * @param status what programs read of newer APIs
 * @param reason what programs read of older ones
 * @param message what people read
 * @param details typed facts, each with its {@code @type}
 * @param headers what the answer carries beside it
 */
public record ApiError(
        int code,
        String status,
        String reason,
        String message,
        List<Map<String, Object>> details,
        Map<String, String> headers) {

    public static ApiError of(ApiStatus status, String message) {
        return new ApiError(status.code(), status.name(), status.reason(), message, List.of(), Map.of());
    }

    public static ApiError invalid(String message) {
        return of(ApiStatus.INVALID_ARGUMENT, message);
    }

    public static ApiError notFound(String message) {
        return of(ApiStatus.NOT_FOUND, message);
    }

    /** Says nothing of what went wrong inside. */
    public static ApiError internal() {
        return of(ApiStatus.INTERNAL, "The server failed at this call. Try again later.");
    }

    /** No code of google.rpc goes with 405; this one says that there is no such method. */
    public static ApiError methodNotAllowed(String method, String allowed) {
        String message = "%s is not possible here, only %s.".formatted(method, allowed);
        return new ApiError(405, "UNIMPLEMENTED", "httpMethodNotAllowed", message, List.of(), Map.of("Allow", allowed));
    }

    /** Somebody else changed it first: what {@code If-Match} named is not what is there. */
    public static ApiError preconditionFailed(String message) {
        return coded(412, "FAILED_PRECONDITION", "conditionNotMet", message, Map.of());
    }

    /** @param limit bytes */
    public static ApiError tooLarge(int limit) {
        return wrong(413, "requestTooLarge", "The request is larger than %,d bytes, inflated or not.".formatted(limit));
    }

    public static ApiError unsupportedType(String message) {
        return wrong(415, "unsupportedMediaType", message).withHeader("Accept-Encoding", "gzip");
    }

    /** What the client did wrong and must not repeat: nearest to an invalid argument of what programs know. */
    private static ApiError wrong(int code, String reason, String message) {
        return coded(code, ApiStatus.INVALID_ARGUMENT.name(), reason, message, Map.of());
    }

    private static ApiError coded(int code, String status, String reason, String message, Map<String, String> headers) {
        return new ApiError(code, status, reason, message, List.of(), headers);
    }

    public ApiError with(Map<String, Object> detail) {
        return new ApiError(code, status, reason, message, List.of(detail), headers);
    }

    /** In place of the headers so far. */
    public ApiError withHeader(String name, String value) {
        return new ApiError(code, status, reason, message, details, Map.of(name, value));
    }

    /** In place of the reason that goes with the status. */
    public ApiError because(String otherReason) {
        return new ApiError(code, status, otherReason, message, details, headers);
    }

    /** The header that is to blame. */
    Optional<String> location() {
        return switch (code) {
            case 401 -> Optional.of("Authorization");
            case 412 -> Optional.of("If-Match");
            default -> Optional.empty();
        };
    }
}
