package io.chodae.mailbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** Tells a browser or program on this machine from everything that only looks like one. */
final class LocalCaller {

    private LocalCaller() {}

    /**
     * By its address, by no proxy, and by the name it asks for: a page of the web whose name was made to point at this
     * machine (DNS rebinding) would read every link otherwise.
     */
    static boolean is(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLoopback(request.getRemoteAddr())
                && (request.getServerName().equals("localhost") || isLoopback(request.getServerName()));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
