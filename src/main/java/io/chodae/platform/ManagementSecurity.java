package io.chodae.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Whoever asks may know whether the server is alive and ready. Figures are for this machine alone, or for whoever
 * reaches the port of their own that {@code management.server.port} names. Changing something needs the
 * {@link ManagementKey} as well: where a request comes from is known from what it says, or from a proxy.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Bean
    @Order(0)
    SecurityFilterChain managementChain(HttpSecurity http, Environment settings, ManagementKey key) {
        boolean ownPort = ManagementPortType.get(settings) == ManagementPortType.DIFFERENT;
        RequestMatcher health = new OrRequestMatcher(
                EndpointRequest.to(HealthEndpoint.class),
                EndpointRequest.toAdditionalPaths(WebServerNamespace.SERVER, HealthEndpoint.class));
        return http.securityMatcher(new OrRequestMatcher(health, EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(health)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                (ownPort || isLocal(context.getRequest())) && mayWrite(context.getRequest(), key))))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                // nothing here goes by a cookie, and what writes asks for JSON, which no page of a stranger may send
                .csrf(csrf -> csrf.disable())
                .build();
    }

    private static boolean mayWrite(HttpServletRequest request, ManagementKey key) {
        return READING.contains(request.getMethod()) || key.isIn(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /** A reverse proxy on this machine also comes from loopback, but says for whom it asks. */
    private static boolean isLocal(HttpServletRequest request) {
        return request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && isLoopback(request.getRemoteAddr());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
