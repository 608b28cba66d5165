package io.chodae.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program may ask for in the name of an administrator. The names are those that clients of Google's APIs send; a
 * wide scope covers the narrower ones.
 */
public final class ApiScopes {

    private static final String PREFIX = "https://www.googleapis.com/auth/";

    /** Invitations to unmanaged accounts: read, send, cancel. */
    public static final String USER_INVITATIONS = PREFIX + "cloud-identity.userinvitations";

    public static final String USER_INVITATIONS_READONLY = USER_INVITATIONS + ".readonly";

    /** What some clients ask for in place of {@link #USER_INVITATIONS}. */
    public static final String CLOUD_IDENTITY = PREFIX + "cloud-identity";

    /** Managed accounts: read, create, change, delete. */
    public static final String DIRECTORY_USER = PREFIX + "admin.directory.user";

    public static final String DIRECTORY_USER_READONLY = DIRECTORY_USER + ".readonly";

    /** All there are, in the order of the console. */
    public static final List<String> ALL = List.of(
            USER_INVITATIONS, USER_INVITATIONS_READONLY, CLOUD_IDENTITY, DIRECTORY_USER, DIRECTORY_USER_READONLY);

    private static final Map<String, Set<String>> COVERED = Map.of(
            CLOUD_IDENTITY, Set.of(USER_INVITATIONS, USER_INVITATIONS_READONLY),
            USER_INVITATIONS, Set.of(USER_INVITATIONS_READONLY),
            DIRECTORY_USER, Set.of(DIRECTORY_USER_READONLY));

    private static final Map<String, String> READING = Map.of(
            CLOUD_IDENTITY, USER_INVITATIONS_READONLY,
            USER_INVITATIONS, USER_INVITATIONS_READONLY,
            DIRECTORY_USER, DIRECTORY_USER_READONLY);

    private ApiScopes() {}

    /** Whether whoever was given these may also do what the one allows. */
    public static boolean covers(Collection<String> given, String one) {
        return given.contains(one)
                || given.stream()
                        .anyMatch(wide -> COVERED.getOrDefault(wide, Set.of()).contains(one));
    }

    /** Whether the scope changes nothing. */
    public static boolean readsOnly(String scope) {
        return !READING.containsKey(scope);
    }

    /** What is left of these for somebody with this role: of a viewer's, reading alone. */
    static Set<String> within(Role role, Collection<String> scopes) {
        return scopes.stream()
                .map(scope -> role.mayWrite() ? scope : READING.getOrDefault(scope, scope))
                .collect(Collectors.toUnmodifiableSet());
    }
}
