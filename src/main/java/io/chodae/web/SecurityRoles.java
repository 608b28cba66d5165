package io.chodae.web;

import io.chodae.identity.Membership;
import io.chodae.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every console request to the role it needs, so that no controller can forget to. */
final class SecurityRoles implements HandlerInterceptor {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ChosenCustomer customers;

    SecurityRoles(ChosenCustomer customers) {
        this.customers = customers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Membership> membership =
                SecurityMember.current().flatMap(member -> customers.of(request, member.accountId()));
        Role needed = needed(request, handler);
        if (membership.filter(m -> m.role().covers(needed)).isEmpty()) {
            throw new AccessDeniedException("needs the role " + needed);
        }
        return true;
    }

    private static Role needed(HttpServletRequest request, Object handler) {
        if (handler instanceof HandlerMethod method) {
            RequiresRole own = method.getMethodAnnotation(RequiresRole.class);
            if (own != null) {
                return own.value();
            }
            RequiresRole ofClass = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresRole.class);
            if (ofClass != null) {
                return ofClass.value();
            }
        }
        return READING.contains(request.getMethod()) ? Role.VIEWER : Role.OPERATOR;
    }
}
