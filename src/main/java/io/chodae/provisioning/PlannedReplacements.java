package io.chodae.provisioning;

import io.chodae.capture.PlannedEvictions;
import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that become users' when their people have not accepted by the last day: they are told when that is. */
@Component
class PlannedReplacements implements PlannedEvictions {

    private final JdbcClient jdbc;
    private final ConflictPolicies policies;

    PlannedReplacements(JdbcClient jdbc, ConflictPolicies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** The days that are left run from the next step; the word of the policy counts then and now. */
    @Override
    public Map<String, Instant> of(CustomerId customer, Set<String> keys) {
        Map<String, Instant> planned = new HashMap<>();
        if (keys.isEmpty() || !policies.of(customer).mayReplace()) {
            return planned;
        }
        jdbc.sql("""
                        select email_key, next_at, greatest(follow_ups - steps, 0) as days
                          from pending_user
                         where customer_id = :customer and email_key = any(:keys)
                           and state = 'WAITING' and after = 'REPLACE'
                        """)
                .param("customer", customer.value())
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    planned.put(
                            row.getString("email_key"),
                            row.getTimestamp("next_at").toInstant().plus(Duration.ofDays(row.getInt("days"))));
                });
        return planned;
    }
}
