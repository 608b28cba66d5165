package io.chodae.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets requests of the APIs' servlets pass, whose names may hold an encoded percent sign or slash: the servlet reads
 * the path by itself, strictly, and serves no files. Which servlet it will be the container has decided by then. All
 * the rest is held to Spring Security's strict rules.
 */
final class WireFirewall implements HttpFirewall {

    private static final String PREFIX = "wire.";

    private final StrictHttpFirewall strict = new StrictHttpFirewall();

    /** The name of a servlet by which its requests are known. */
    static String servletName(String api) {
        return PREFIX + api;
    }

    static boolean isOurs(HttpServletRequest request) {
        String servlet = request.getHttpServletMapping().getServletName();
        return servlet != null && servlet.startsWith(PREFIX);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (isOurs(request)) {
            return new Passing(request);
        }
        String query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            // no link of ours holds one, and the database takes none
            throw new RequestRejectedException("The query of the address holds a NUL.");
        }
        return strict.getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return strict.getFirewalledResponse(response);
    }

    private static final class Passing extends FirewalledRequest {

        Passing(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void reset() {}
    }
}
