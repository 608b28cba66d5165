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

/** Gives a colleague another role; it holds from the next request on. */
@Component
public class ChangeOperatorRole {

    private final OperatorStore operators;
    private final Accounts accounts;
    private final AuditTrail audit;

    ChangeOperatorRole(OperatorStore operators, Accounts accounts, AuditTrail audit) {
        this.operators = operators;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Transactional
    public OperatorChange change(CustomerId customer, AccountId account, Role role, Actor actor) {
        operators.lock(customer);
        Optional<Role> before = operators.role(customer, account);
        if (before.isEmpty()) {
            return OperatorChange.GONE;
        }
        if (before.get() == role) {
            return OperatorChange.SAME;
        }
        if (before.get() == Role.OWNER && !operators.hasOtherOwner(customer, account)) {
            return OperatorChange.LAST_OWNER;
        }
        operators.change(customer, account, role);
        audit.record(
                customer,
                actor,
                "operator.role_changed",
                "operator",
                Long.toString(account.value()),
                Map.of(
                        "email",
                                accounts.find(account)
                                        .map(Account::email)
                                        .orElseThrow()
                                        .value(),
                        "before", before.get().name(),
                        "role", role.name()));
        return OperatorChange.DONE;
    }
}
