package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a colleague, or oneself, out of a customer. The account stays, and so do sessions: every request asks anew what
 * its sender may do, so the next one is refused.
 */
@Component
public class RemoveOperator {

    private final OperatorStore operators;
    private final Accounts accounts;
    private final AuditTrail audit;

    RemoveOperator(OperatorStore operators, Accounts accounts, AuditTrail audit) {
        this.operators = operators;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Whether the account may not go, for nobody else owns the customer: what {@link #remove} would say now. */
    @Transactional(readOnly = true)
    public boolean isLastOwner(CustomerId customer, AccountId account) {
        return operators
                .role(customer, account)
                .filter(role -> isLastOwner(role, customer, account))
                .isPresent();
    }

    private boolean isLastOwner(Role role, CustomerId customer, AccountId account) {
        return role == Role.OWNER && !operators.hasOtherOwner(customer, account);
    }

    @Transactional
    public OperatorChange remove(CustomerId customer, AccountId account, Actor actor) {
        operators.lock(customer);
        Optional<Role> before = operators.role(customer, account);
        if (before.isEmpty()) {
            return OperatorChange.GONE;
        }
        if (isLastOwner(before.get(), customer, account)) {
            return OperatorChange.LAST_OWNER;
        }
        operators.remove(customer, account);
        audit.record(
                customer,
                actor,
                account.equals(actor.account()) ? "operator.left" : "operator.removed",
                "operator",
                Long.toString(account.value()),
                Map.of(
                        "email",
                                accounts.find(account)
                                        .map(Account::email)
                                        .orElseThrow()
                                        .value(),
                        "role", before.get().name()));
        return OperatorChange.DONE;
    }
}
