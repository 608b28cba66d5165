package io.chodae.directoryapi;

import io.chodae.identity.ApiScopes;
import io.chodae.wire.ApiError;
import io.chodae.wire.Parsed;
import io.chodae.wire.Quoted;
import io.chodae.wire.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The methods of {@code users}. */
enum DirectoryMethod {
    LIST(false, ""),
    INSERT(false, ""),
    GET(true, ""),
    UPDATE(true, ""),
    PATCH(true, ""),
    DELETE(true, ""),
    SIGN_OUT(true, "signOut");

    private static final Set<String> OF_GET = Set.of("projection", "customFieldMask", "viewType");

    private static final Set<String> OF_LIST = Set.of(
            "customer",
            "domain",
            "event",
            "maxResults",
            "orderBy",
            "pageToken",
            "query",
            "showDeleted",
            "sortOrder",
            "projection",
            "customFieldMask",
            "viewType");

    private final boolean named;
    private final String act;

    DirectoryMethod(boolean named, String act) {
        this.named = named;
        this.act = act;
    }

    static Parsed<DirectoryMethod> of(DirectoryPath path, String httpMethod) {
        List<DirectoryMethod> there = Arrays.stream(values())
                .filter(method -> method.named == path.userKey().isPresent())
                .filter(method -> method.act.equals(path.act().orElse("")))
                .toList();
        if (there.isEmpty()) {
            return Parsed.bad(ApiError.notFound("\"%s\" of a user is not offered here."
                    .formatted(Quoted.of(path.act().orElse("")))));
        }
        return there.stream()
                .filter(method -> method.httpMethods().contains(httpMethod))
                .findFirst()
                .map(Parsed::good)
                .orElseGet(() -> Parsed.bad(ApiError.methodNotAllowed(
                        Quoted.of(httpMethod),
                        there.stream()
                                .flatMap(method -> method.httpMethods().stream())
                                .collect(Collectors.joining(", ")))));
    }

    private List<String> httpMethods() {
        return switch (this) {
            case LIST, GET -> List.of("GET", "HEAD");
            case INSERT, SIGN_OUT -> List.of("POST");
            case UPDATE -> List.of("PUT");
            case PATCH -> List.of("PATCH");
            case DELETE -> List.of("DELETE");
        };
    }

    /** What a caller must have been given: this scope or a wider one. */
    String scope() {
        return this == LIST || this == GET ? ApiScopes.DIRECTORY_USER_READONLY : ApiScopes.DIRECTORY_USER;
    }

    /** The parameters that it takes beside those of all methods. */
    Set<String> parameters() {
        return switch (this) {
            case LIST -> OF_LIST;
            case GET -> OF_GET;
            case INSERT -> Set.of("resolveConflictAccount");
            case UPDATE, PATCH, DELETE, SIGN_OUT -> Set.of();
        };
    }

    /** What a selection of fields may name. */
    Schema answer() {
        return this == LIST ? Schemas.USERS : Schemas.USER;
    }
}
