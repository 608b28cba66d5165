package io.chodae.web;

import io.chodae.identity.MemberPrincipal;
import io.chodae.identity.Operators;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets into the console who works for at least one customer. */
@Component
class SecurityOperators implements AuthorizationManager<RequestAuthorizationContext> {

    private final Operators operators;

    SecurityOperators(Operators operators) {
        this.operators = operators;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Authentication current = authentication.get();
        return new AuthorizationDecision(current != null
                && current.getPrincipal() instanceof MemberPrincipal member
                && !operators.membershipsOf(member.accountId()).isEmpty());
    }
}
