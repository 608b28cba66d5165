package io.chodae.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line a request, without query, without the secret of a link, without who asked. Static files, probes and calls of
 * the API that went well are logged at debug level alone: those come by thousands and name an address each.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLog extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger("io.chodae.requests");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            int status = answered ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            write(request, status, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    private static void write(HttpServletRequest request, int status, long millis) {
        String path = LinkHiding.path(request.getRequestURI());
        log.atLevel(
                        isNoise(path) || (isCall(path) && status < HttpServletResponse.SC_BAD_REQUEST)
                                ? Level.DEBUG
                                : Level.INFO)
                .setMessage("{} {} {} in {} ms")
                .addArgument(request.getMethod())
                .addArgument(path)
                .addArgument(status)
                .addArgument(millis)
                .log();
    }

    private static boolean isCall(String path) {
        return path.startsWith("/v1/") || path.startsWith("/v1beta1/") || path.startsWith("/admin/directory/");
    }

    private static boolean isNoise(String path) {
        return path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.startsWith("/actuator/")
                || path.equals("/livez")
                || path.equals("/readyz");
    }
}
