package io.chodae.audit;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a customer's audit trail, newest first. A page costs the same, however long the trail is. */
@Component
public class AuditLog {

    private static final int MAX_SLICE = 1_000;

    private static final String LINES = """
            select audit_id, at, actor_label, action, subject_type, subject_id, details, remote_addr
              from audit_event
             where customer_id = :customer
            """;

    private static final String NEWEST_FIRST = """

             order by at desc, audit_id desc
            """;

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One slice of what the query asks for.
     *
     * @param after where the slice before ended; empty for the first
     * @param limit 1,000 at most
     */
    public Slice<AuditEntry> search(CustomerId customer, AuditQuery query, Optional<String> after, int limit) {
        int asked = Math.clamp(limit, 1, MAX_SLICE);
        AuditConditions conditions = AuditConditions.of(query, after.flatMap(AuditPosition::parse));
        List<AuditEntry> found = jdbc.sql(statement(query, conditions, asked + 1))
                .param("customer", customer.value())
                .param("subject", query.subject().toLowerCase(Locale.ROOT))
                .params(conditions.parameters())
                .query(this::entry)
                .list();
        boolean more = found.size() > asked;
        List<AuditEntry> shown = more ? found.subList(0, asked) : found;
        return new Slice<>(
                shown, more ? Optional.of(AuditPosition.of(shown.getLast()).toString()) : Optional.empty());
    }

    /** The actions that there are lines of, by name: found by hopping through the index, not by reading the trail. */
    public List<String> actions(CustomerId customer) {
        return jdbc.sql("""
                        with recursive known as (
                            select min(action) as action from audit_event where customer_id = :customer
                            union all
                            select (select min(e.action) from audit_event e
                                     where e.customer_id = :customer and e.action > known.action)
                              from known
                             where known.action is not null
                        )
                        select action from known where action is not null order by action
                        """)
                .param("customer", customer.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    /** An address and a name have an index each: two short lists are merged where both are asked. */
    private static String statement(AuditQuery query, AuditConditions conditions, int limit) {
        // as a number in the text: a plan that is made for any limit may sort what an index gives in order
        String newest = NEWEST_FIRST + " limit " + limit;
        String lines = LINES + conditions.sql();
        if (query.subject().isEmpty()) {
            return lines + newest;
        }
        return "select * from ((" + lines + " and lower(details ->> 'email') = :subject" + newest + ") union (" + lines
                + " and lower(details ->> 'name') = :subject" + newest + ")) found" + newest;
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("audit_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_label"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("remote_addr"));
    }
}
