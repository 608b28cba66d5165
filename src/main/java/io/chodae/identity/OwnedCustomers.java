package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the closing of an account from leaving a customer without anybody who owns it. */
@Component
public class OwnedCustomers {

    private final JdbcClient jdbc;
    private final OperatorStore operators;
    private final AuditTrail audit;

    OwnedCustomers(JdbcClient jdbc, OperatorStore operators, AuditTrail audit) {
        this.jdbc = jdbc;
        this.operators = operators;
        this.audit = audit;
    }

    /** Whether this account is some customer's only open owner. Holds those customers' locks until the end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean wouldBeLeftAlone(AccountId account) {
        List<CustomerId> owned = jdbc.sql("""
                        select customer_id from operator
                        where account_id = :account and role = 'OWNER'
                        order by customer_id
                        """)
                .param("account", account.value())
                .query((row, number) -> new CustomerId(row.getLong("customer_id")))
                .list();
        // in the order of their ids, so that two who ask wait for each other only one way round
        owned.forEach(operators::lock);
        return owned.stream().anyMatch(customer -> !operators.hasOtherOwner(customer, account));
    }

    /** The same of one customer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean wouldBeLeftAlone(CustomerId customer, AccountId account) {
        operators.lock(customer);
        return operators.role(customer, account).filter(Role.OWNER::equals).isPresent()
                && !operators.hasOtherOwner(customer, account);
    }

    /**
     * The account works for nobody any more. Each customer reads in its own trail that somebody went, and as what.
     *
     * @param email of the account until now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveAll(AccountId account, String email, Actor actor) {
        Map<CustomerId, Role> left = new TreeMap<>(Comparator.comparingLong(CustomerId::value));
        jdbc.sql("delete from operator where account_id = :account returning customer_id, role")
                .param("account", account.value())
                .query(row -> {
                    left.put(new CustomerId(row.getLong("customer_id")), Role.valueOf(row.getString("role")));
                });
        left.forEach((customer, role) -> audit.record(
                customer,
                actor,
                account.equals(actor.account()) ? "operator.left" : "operator.removed",
                "operator",
                Long.toString(account.value()),
                Map.of("email", email, "role", role.name())));
    }
}
