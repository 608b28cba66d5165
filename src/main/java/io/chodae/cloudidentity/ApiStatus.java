package io.chodae.cloudidentity;

/** The names by which clients tell failures apart (google.rpc.Code), each with the HTTP status that it goes with. */
enum ApiStatus {
    INVALID_ARGUMENT(400),
    FAILED_PRECONDITION(400),
    UNAUTHENTICATED(401),
    PERMISSION_DENIED(403),
    NOT_FOUND(404),
    RESOURCE_EXHAUSTED(429),
    INTERNAL(500);

    private final int code;

    ApiStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
