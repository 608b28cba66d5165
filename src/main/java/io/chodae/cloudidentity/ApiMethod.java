package io.chodae.cloudidentity;

import io.chodae.identity.ApiScopes;
import io.chodae.wire.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of {@code customers.userinvitations}. */
enum ApiMethod {
    LIST(null, false),
    GET(null, true),
    IS_INVITABLE_USER("isInvitableUser", true),
    SEND("send", true),
    CANCEL("cancel", true);

    private static final Set<String> OF_LIST = Set.of("pageSize", "pageToken", "filter", "orderBy");

    private final @Nullable String verb;
    private final boolean named;

    ApiMethod(@Nullable String verb, boolean named) {
        this.verb = verb;
        this.named = named;
    }

    static Optional<ApiMethod> of(CallPath path) {
        return Arrays.stream(values())
                .filter(method -> method.named == path.email().isPresent())
                .filter(method -> path.verb().equals(Optional.ofNullable(method.verb)))
                .findFirst();
    }

    boolean writes() {
        return this == SEND || this == CANCEL;
    }

    /** The HTTP methods that it answers to. */
    List<String> httpMethods() {
        return writes() ? List.of("POST") : List.of("GET", "HEAD");
    }

    /** What a caller must have been given: this scope or a wider one. */
    String scope() {
        return writes() ? ApiScopes.USER_INVITATIONS : ApiScopes.USER_INVITATIONS_READONLY;
    }

    /** The parameters that it takes beside those of all methods. */
    Set<String> parameters() {
        return this == LIST ? OF_LIST : Set.of();
    }

    /** What its answer consists of. */
    Schema answer() {
        return switch (this) {
            case LIST -> Schemas.LIST;
            case GET -> Schemas.USER_INVITATION;
            case IS_INVITABLE_USER -> Schemas.INVITABLE;
            case SEND, CANCEL -> Schemas.OPERATION;
        };
    }
}
