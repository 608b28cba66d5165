package io.chodae.provisioning;

import io.chodae.shared.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each customer wants where a person's own account has the address of a new user. */
@Component
public class ConflictPolicies {

    private final JdbcClient jdbc;

    ConflictPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@link ConflictPolicy#DEFAULT} where the customer has set none. */
    public ConflictPolicy of(CustomerId customer) {
        return jdbc.sql("select rule, follow_ups, after from conflict_policy where customer_id = :customer")
                .param("customer", customer.value())
                .query((row, number) -> new ConflictPolicy(
                        ConflictRule.valueOf(row.getString("rule")),
                        row.getInt("follow_ups"),
                        AfterFollowUps.valueOf(row.getString("after"))))
                .optional()
                .orElse(ConflictPolicy.DEFAULT);
    }
}
