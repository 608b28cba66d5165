package io.chodae.audit;

import io.chodae.shared.CustomerId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to one subject. */
@Component
public class AuditHistory {

    private final JdbcClient jdbc;

    AuditHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last so many rows about a subject of this customer, oldest first. */
    public List<AuditAct> of(CustomerId customer, String subjectType, String subjectId, int limit) {
        return jdbc.sql("""
                        select at, actor_label, action from audit_event
                        where customer_id = :customer and subject_type = :type and subject_id = :subject
                        order by audit_id desc
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("type", subjectType)
                .param("subject", subjectId)
                .param("limit", limit)
                .query((row, number) -> new AuditAct(
                        row.getTimestamp("at").toInstant(), row.getString("actor_label"), row.getString("action")))
                .list()
                .reversed();
    }
}
