package io.chodae.identity;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes who works for a customer. Whoever might take its last owner away asks for the customer's lock first. */
@Component
class OperatorStore {

    private final JdbcClient jdbc;

    OperatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One change of a customer's operators at a time, until the transaction ends. Rows that only name the customer may
     * be written meanwhile.
     */
    void lock(CustomerId customer) {
        jdbc.sql("select customer_id from customer where customer_id = :customer for no key update")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    Optional<Role> role(CustomerId customer, AccountId account) {
        return jdbc.sql("select role from operator where customer_id = :customer and account_id = :account")
                .param("customer", customer.value())
                .param("account", account.value())
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .optional();
    }

    /** Whether somebody else owns the customer too, by an account that is not closed. Who acts on the answer asks under the lock. */
    boolean hasOtherOwner(CustomerId customer, AccountId account) {
        return jdbc.sql("""
                        select exists (select 1
                                         from operator o
                                         join account a using (account_id)
                                        where o.customer_id = :customer and o.account_id <> :account
                                          and o.role = 'OWNER'
                                          and a.disabled_at is null and a.suspended_at is null)
                        """)
                .param("customer", customer.value())
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    void change(CustomerId customer, AccountId account, Role role) {
        jdbc.sql("""
                        update operator set role = :role
                         where customer_id = :customer and account_id = :account
                        """)
                .param("role", role.name())
                .param("customer", customer.value())
                .param("account", account.value())
                .update();
    }

    void remove(CustomerId customer, AccountId account) {
        jdbc.sql("delete from operator where customer_id = :customer and account_id = :account")
                .param("customer", customer.value())
                .param("account", account.value())
                .update();
    }
}
