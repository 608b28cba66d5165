package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may act on which managed account. Whoever moves an account to another address, or has its password chosen anew,
 * could become its person: nobody gets by that to a role that is not theirs already.
 */
@Component
public class ManagedRank {

    private final JdbcClient jdbc;
    private final OperatorStore operators;

    ManagedRank(JdbcClient jdbc, OperatorStore operators) {
        this.jdbc = jdbc;
        this.operators = operators;
    }

    /**
     * Whether the actor's role covers what the account may do: an account that works for another customer, or owns this
     * one, is a matter for owners. The server itself, and programs that act in nobody's name, stand for the customer.
     * Ask in the transaction that acts, with the account locked.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean allows(CustomerId customer, AccountId account, Actor actor) {
        AccountId acting = actor.account();
        if (acting == null) {
            return true;
        }
        Optional<Role> own = operators.role(customer, acting);
        return own.isPresent()
                && operators.role(customer, account).map(own.get()::covers).orElse(true)
                && (own.get() == Role.OWNER || !worksElsewhere(customer, account));
    }

    private boolean worksElsewhere(CustomerId customer, AccountId account) {
        return jdbc.sql("""
                        select exists (select 1 from operator
                                        where account_id = :account and customer_id <> :customer)
                        """)
                .param("account", account.value())
                .param("customer", customer.value())
                .query(Boolean.class)
                .single();
    }
}
