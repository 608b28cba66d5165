package io.chodae.web;

import io.chodae.identity.MemberPrincipal;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Reads the member out of the security context. */
final class SecurityMember {

    private SecurityMember() {}

    static Optional<MemberPrincipal> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof MemberPrincipal member
                ? Optional.of(member)
                : Optional.empty();
    }
}
