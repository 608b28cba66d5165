package io.chodae.playclient;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of a Play as an operator types them, one a line. They are compared letter by letter later, so they are
 * kept as typed; what could lead a sign-in elsewhere is refused (RFC 9700, 4.1).
 */
public record ClientAddresses(List<String> redirectUris, List<String> postLogoutRedirectUris) {

    private static final int MAX = 10;
    private static final int MAX_LENGTH = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public ClientAddresses {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    }

    /** Takes blank lines out and each address once. */
    public static ClientAddresses typed(String redirectUris, String postLogoutRedirectUris) {
        return new ClientAddresses(lines(redirectUris), lines(postLogoutRedirectUris));
    }

    List<ClientFault> faults() {
        List<ClientFault> faults = new ArrayList<>();
        if (redirectUris.isEmpty()) {
            faults.add(new ClientFault("redirectUris", ClientFault.Code.MISSING, ""));
        }
        check("redirectUris", redirectUris, faults);
        check("postLogoutRedirectUris", postLogoutRedirectUris, faults);
        return faults;
    }

    private static void check(String field, List<String> addresses, List<ClientFault> faults) {
        if (addresses.size() > MAX) {
            faults.add(new ClientFault(field, ClientFault.Code.TOO_MANY, String.valueOf(MAX)));
        }
        for (String address : addresses) {
            fault(address).ifPresent(code -> faults.add(new ClientFault(field, code, address)));
        }
    }

    private static Optional<ClientFault.Code> fault(String address) {
        if (address.length() > MAX_LENGTH) {
            return Optional.of(ClientFault.Code.TOO_LONG);
        }
        if (address.contains("*")) {
            return Optional.of(ClientFault.Code.WILDCARD);
        }
        if (address.contains("#")) {
            return Optional.of(ClientFault.Code.FRAGMENT);
        }
        try {
            return scheme(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.of(ClientFault.Code.INVALID);
        }
    }

    private static Optional<ClientFault.Code> scheme(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.of(ClientFault.Code.INVALID);
        }
        boolean safe = scheme.equals("https") || LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return safe ? Optional.empty() : Optional.of(ClientFault.Code.NOT_HTTPS);
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
