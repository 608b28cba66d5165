package io.chodae.audit;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the trail holds of one subject. */
@Component
public class AuditOf {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditOf(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest lines about a subject, newest first. */
    public List<AuditLine> subject(CustomerId customer, String subjectType, String subjectId, int limit) {
        return jdbc.sql("""
                        select at, actor_label, action, details from audit_event
                        where customer_id = :customer and subject_type = :type and subject_id = :subject
                        order by at desc, audit_id desc
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("type", subjectType)
                .param("subject", subjectId)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private AuditLine read(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getTimestamp("at").toInstant(),
                row.getString("actor_label"),
                row.getString("action"),
                json.readValue(row.getString("details"), FACTS));
    }
}
