package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the closing of an account from leaving a customer without anybody who owns it. */
@Component
public class OwnedCustomers {

    private final JdbcClient jdbc;
    private final OperatorStore operators;

    OwnedCustomers(JdbcClient jdbc, OperatorStore operators) {
        this.jdbc = jdbc;
        this.operators = operators;
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

    /** The account works for nobody any more. */
    void leaveAll(AccountId account) {
        jdbc.sql("delete from operator where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
