package io.chodae.web;

import io.chodae.shared.CustomerId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/**
 * Who has suspended the account of the person that just tried to sign in. It waits in the session, so that no address
 * can name an organisation that has done nothing of the kind.
 */
public final class SuspendedBy {

    /** The page that says so. */
    public static final String PAGE = "/suspended";

    private static final String ATTRIBUTE = "suspendedBy";

    private SuspendedBy() {}

    static void remember(HttpServletRequest request, CustomerId customer) {
        request.getSession().setAttribute(ATTRIBUTE, customer.value());
    }

    /** Empty for whoever has not just been refused. */
    public static Optional<CustomerId> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Long customer
                ? Optional.of(new CustomerId(customer))
                : Optional.empty();
    }
}
