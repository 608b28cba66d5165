package io.chodae.wire;

/**
 * The names by which clients tell failures apart (google.rpc.Code), each with the HTTP status that it goes with and the
 * reason that the older APIs give for it.
 */
public enum ApiStatus {
    INVALID_ARGUMENT(400, "invalid"),
    FAILED_PRECONDITION(400, "failedPrecondition"),
    UNAUTHENTICATED(401, "authError"),
    PERMISSION_DENIED(403, "forbidden"),
    NOT_FOUND(404, "notFound"),
    ALREADY_EXISTS(409, "duplicate"),
    RESOURCE_EXHAUSTED(429, "rateLimitExceeded"),
    INTERNAL(500, "backendError");

    private final int code;
    private final String reason;

    ApiStatus(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
