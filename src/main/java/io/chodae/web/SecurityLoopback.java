package io.chodae.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;

/** Tells the server's own machine from a proxy on it. */
final class SecurityLoopback {

    private SecurityLoopback() {}

    /** A proxy that is not announced by {@code server.forward-headers-strategy} makes everybody look local. */
    static boolean isCaller(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
