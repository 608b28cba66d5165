package io.chodae.web;

import io.chodae.identity.Membership;
import io.chodae.identity.Operators;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which of an operator's customers the console shows. The choice rests in the session. */
@Component
public class ChosenCustomer {

    private static final String ATTRIBUTE = "customer";

    private final Operators operators;

    ChosenCustomer(Operators operators) {
        this.operators = operators;
    }

    /**
     * The membership chosen, or the first one, which is chosen from then on; empty for somebody who works for no
     * customer. Who does not work for the chosen one any more gets none either, once: an act that was begun for one
     * customer must not happen to another.
     */
    public Optional<Membership> of(HttpServletRequest request, AccountId account) {
        List<Membership> memberships = operators.membershipsOf(account);
        HttpSession session = request.getSession(false);
        if (session == null) {
            return memberships.stream().findFirst();
        }
        if (session.getAttribute(ATTRIBUTE) instanceof Long chosen) {
            Optional<Membership> found = memberships.stream()
                    .filter(membership -> chosen == membership.customer().value())
                    .findFirst();
            if (found.isEmpty()) {
                session.removeAttribute(ATTRIBUTE);
            }
            return found;
        }
        Optional<Membership> first = memberships.stream().findFirst();
        first.ifPresent(membership ->
                session.setAttribute(ATTRIBUTE, membership.customer().value()));
        return first;
    }

    /** Chooses a customer; false where the account does not work for it. */
    public boolean choose(HttpServletRequest request, AccountId account, CustomerId customer) {
        if (operators.membership(account, customer).isEmpty()) {
            return false;
        }
        request.getSession().setAttribute(ATTRIBUTE, customer.value());
        return true;
    }
}
