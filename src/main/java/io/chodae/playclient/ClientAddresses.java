package io.chodae.playclient;

import io.chodae.identity.RedirectAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of a Play as an operator types them, one a line. They are compared letter by letter later, so they are
 * kept as typed; what could lead a sign-in elsewhere is refused (RFC 9700, 4.1).
 */
public record ClientAddresses(List<String> redirectUris, List<String> postLogoutRedirectUris) {

    private static final int MAX = 10;

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
        return RedirectAddress.fault(address).map(fault -> switch (fault) {
            case TOO_LONG -> ClientFault.Code.TOO_LONG;
            case WILDCARD -> ClientFault.Code.WILDCARD;
            case FRAGMENT -> ClientFault.Code.FRAGMENT;
            case NOT_HTTPS -> ClientFault.Code.NOT_HTTPS;
            case INVALID -> ClientFault.Code.INVALID;
        });
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
