package io.chodae.web;

import io.chodae.audit.CallerAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The socket's address; behind a proxy the one that it forwards, if {@code server.forward-headers-strategy} says that
 * there is a proxy to trust.
 */
@Component
class SecurityCallerAddress implements CallerAddress {

    @Override
    public Optional<String> current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getRemoteAddr())
                : Optional.empty();
    }
}
