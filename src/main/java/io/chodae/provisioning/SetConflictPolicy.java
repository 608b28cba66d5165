package io.chodae.provisioning;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets what is done where a person's own account has the address of a new user. Those who wait already keep what was set
 * when they were asked, but nobody loses an address that the newest setting would leave alone.
 */
@Component
public class SetConflictPolicy {

    private final JdbcClient jdbc;
    private final ConflictPolicies policies;
    private final Clock clock;
    private final AuditTrail audit;

    SetConflictPolicy(JdbcClient jdbc, ConflictPolicies policies, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whether this call changed anything. */
    @Transactional
    public boolean set(CustomerId customer, ConflictPolicy policy, Actor actor) {
        ConflictPolicy before = policies.of(customer);
        int changed = jdbc.sql("""
                        insert into conflict_policy as p (customer_id, rule, follow_ups, after, updated_at)
                        values (:customer, :rule, :followUps, :after, :now)
                        on conflict (customer_id) do update
                           set rule = excluded.rule, follow_ups = excluded.follow_ups, after = excluded.after,
                               updated_at = excluded.updated_at
                         where (p.rule, p.follow_ups, p.after)
                               is distinct from (excluded.rule, excluded.follow_ups, excluded.after)
                        """)
                .param("customer", customer.value())
                .param("rule", policy.rule().name())
                .param("followUps", policy.followUps())
                .param("after", policy.after().name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed == 1) {
            audit.record(
                    customer,
                    actor,
                    "conflict_policy.changed",
                    "customer",
                    String.valueOf(customer.value()),
                    Map.of(
                            "rule", policy.rule().name(),
                            "followUps", String.valueOf(policy.followUps()),
                            "after", policy.after().name(),
                            "before", before.rule().name()));
        }
        return changed == 1;
    }
}
