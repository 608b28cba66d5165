package io.chodae.domain;

import io.chodae.dns.AddressLookup;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds hosts, and none that only this server can reach: whoever claims a domain chooses what its name points to. The
 * client connects to the very addresses that were looked at, so that a second answer cannot lead it elsewhere.
 */
@Component
class PublicHosts implements DnsResolver {

    private final AddressLookup lookup;
    private final boolean anywhere;

    /** @param anywhere for tests and private networks: every address will do */
    PublicHosts(AddressLookup lookup, @Value("${chodae.domains.private-hosts:false}") boolean anywhere) {
        this.lookup = lookup;
        this.anywhere = anywhere;
    }

    /** The host has no address of the public Internet. */
    static final class NotPublic extends UnknownHostException {

        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> found = lookup.lookUp(host);
        InetAddress[] allowed =
                found.stream().filter(address -> anywhere || isPublic(address)).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NotPublic(host);
        }
        return allowed;
    }

    @Override
    public @Nullable String resolveCanonicalHostname(@Nullable String host) {
        return host;
    }

    /** By the registries of special addresses (RFC 6890 and what came after it). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        int first = octets[0] & 255;
        int second = octets[1] & 255;
        int third = octets[2] & 255;
        return address instanceof Inet4Address ? isPublic4(first, second, third) : isPublic6(octets);
    }

    private static boolean isPublic4(int first, int second, int third) {
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 ->
                !(second == 168 || (second == 0 && (third == 0 || third == 2)) || (second == 88 && third == 99));
            case 198 -> !(second == 18 || second == 19 || (second == 51 && third == 100));
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast alone, less what carries an address of the old kind or is for books. */
    private static boolean isPublic6(byte[] octets) {
        int head = (octets[0] & 255) << 8 | (octets[1] & 255);
        int next = (octets[2] & 255) << 8 | (octets[3] & 255);
        boolean global = (head & 0xE000) == 0x2000;
        boolean special =
                head == 0x2002 || (head == 0x2001 && (next < 0x200 || next == 0xDB8)) || (head & 0xFFF0) == 0x3FF0;
        return global && !special;
    }
}
