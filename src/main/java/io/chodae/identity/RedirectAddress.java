package io.chodae.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a sign-in may end. What could lead it elsewhere is refused (RFC 9700, 4.1). */
public final class RedirectAddress {

    private static final int MAX_LENGTH = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private RedirectAddress() {}

    /** What is wrong with an address. */
    public enum Fault {
        TOO_LONG,
        WILDCARD,
        FRAGMENT,
        NOT_HTTPS,
        INVALID
    }

    /** Empty for {@code https}, or {@code http} on this machine. */
    public static Optional<Fault> fault(String address) {
        if (address.length() > MAX_LENGTH) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (address.contains("*")) {
            return Optional.of(Fault.WILDCARD);
        }
        if (address.contains("#")) {
            return Optional.of(Fault.FRAGMENT);
        }
        try {
            return scheme(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.of(Fault.INVALID);
        }
    }

    private static Optional<Fault> scheme(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.of(Fault.INVALID);
        }
        boolean safe = scheme.equals("https") || LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
        return safe ? Optional.empty() : Optional.of(Fault.NOT_HTTPS);
    }
}
