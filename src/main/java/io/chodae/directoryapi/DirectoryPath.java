package io.chodae.directoryapi;

import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import io.chodae.wire.PercentCoding;
import java.util.Optional;

/**
 * What a path names.
 *
 * @param userKey decoded: an id or an address; empty: all users
 * @param act behind the user, such as {@code signOut}; empty: none
 */
record DirectoryPath(Optional<String> userKey, Optional<String> act) {

    private static final String USERS = "/admin/directory/v1/users";

    static Parsed<DirectoryPath> parse(String path) {
        if (path.equals(USERS)) {
            return Parsed.good(new DirectoryPath(Optional.empty(), Optional.empty()));
        }
        if (!path.startsWith(USERS + "/")) {
            return unknown();
        }
        String[] segments = path.substring(USERS.length() + 1).split("/", -1);
        if (segments.length > 2 || segments[0].isEmpty()) {
            return unknown();
        }
        Optional<String> key = PercentCoding.path(segments[0]);
        if (key.isEmpty()) {
            return Parsed.invalid("The path holds a percent sign that begins no escape of UTF-8 text.");
        }
        return Parsed.good(new DirectoryPath(key, segments.length == 1 ? Optional.empty() : Optional.of(segments[1])));
    }

    private static Parsed<DirectoryPath> unknown() {
        return Parsed.bad(ApiError.notFound(
                "There is no such method at this path. Of the Directory API, users are offered here."));
    }
}
