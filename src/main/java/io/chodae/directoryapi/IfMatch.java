package io.chodae.directoryapi;

import io.chodae.provisioning.DirectoryUser;
import io.chodae.wire.ApiError;
import io.chodae.wire.Call;
import java.util.Arrays;
import java.util.Optional;

/** What {@code If-Match} asks for (RFC 9110, 13.1.1): the version that the client has seen. */
final class IfMatch {

    private IfMatch() {}

    /** Quoted, as it stands in header and body. */
    static String etag(DirectoryUser user) {
        return "\"" + user.id().value() + "-" + user.version() + "\"";
    }

    /** Whether the change has to find the version that was seen; a star means any. */
    static boolean isAsked(Call call) {
        return wanted(call).filter(text -> !text.equals("*")).isPresent();
    }

    /** A refusal where the user is another one than the client has seen. */
    static Optional<ApiError> fault(Call call, DirectoryUser user) {
        return wanted(call)
                .filter(text -> !text.equals("*"))
                .filter(text ->
                        Arrays.stream(text.split(",", -1)).map(String::strip).noneMatch(etag(user)::equals))
                .map(text -> stale());
    }

    static ApiError stale() {
        return ApiError.preconditionFailed(
                "Precondition Failed: the user was changed since. Read it again, and send its etag as If-Match.");
    }

    private static Optional<String> wanted(Call call) {
        return call.header("if-match").map(String::strip).filter(text -> !text.isEmpty());
    }
}
