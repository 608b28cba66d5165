package io.chodae.scim;

import java.util.List;
import java.util.Optional;

/** What there is at which path, and by which HTTP methods (RFC 7644, 3.2). */
enum Endpoint {
    CONFIG("GET"),
    RESOURCE_TYPES("GET"),
    SCHEMAS("GET"),
    USERS("GET, POST"),
    USER("DELETE, GET, PATCH, PUT"),
    SEARCH("POST"),
    /** There are none; asking is answered, for identity providers ask. */
    GROUPS("GET, POST"),
    GROUP("DELETE, GET, PATCH, PUT"),
    ME("DELETE, GET, PATCH, POST, PUT"),
    BULK("POST");

    private final String allowed;

    Endpoint(String allowed) {
        this.allowed = allowed;
    }

    static Optional<Endpoint> of(List<String> path) {
        boolean one = path.size() == 2;
        if (path.isEmpty() || path.size() > 2) {
            return Optional.empty();
        }
        return switch (path.getFirst()) {
            case "ServiceProviderConfig" -> one ? Optional.empty() : Optional.of(CONFIG);
            case "ResourceTypes" -> Optional.of(RESOURCE_TYPES);
            case "Schemas" -> Optional.of(SCHEMAS);
            case "Users" -> Optional.of(!one ? USERS : path.getLast().equals(".search") ? SEARCH : USER);
            case ".search" -> one ? Optional.empty() : Optional.of(SEARCH);
            case "Groups" -> Optional.of(one ? GROUP : GROUPS);
            case "Me" -> one ? Optional.empty() : Optional.of(ME);
            case "Bulk" -> one ? Optional.empty() : Optional.of(BULK);
            default -> Optional.empty();
        };
    }

    boolean allows(String method) {
        return List.of(allowed.split(", ", -1)).contains(method);
    }

    String allowed() {
        return allowed;
    }

    boolean writes(String method) {
        return this != SEARCH && !method.equals("GET");
    }
}
