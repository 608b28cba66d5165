package io.chodae.audit;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often something was done, day by day. */
@Component
public class CountActions {

    private final JdbcClient jdbc;

    CountActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By action, then by day; days without one are left out.
     *
     * @param zone in which a day begins at midnight
     */
    public Map<String, Map<LocalDate, Long>> perDay(
            CustomerId customer, Collection<String> actions, Instant since, ZoneId zone) {
        Map<String, Map<LocalDate, Long>> counts = new HashMap<>();
        jdbc.sql("""
                        select action, cast(at at time zone :zone as date) as day, count(*) as n
                          from audit_event
                         where customer_id = :customer and action = any(:actions) and at >= :since
                         group by action, day
                        """)
                .param("zone", zone.getId())
                .param("customer", customer.value())
                .param("actions", actions.toArray(String[]::new))
                .param("since", Timestamp.from(since))
                .query(row -> {
                    counts.computeIfAbsent(row.getString("action"), action -> new HashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getLong("n"));
                });
        return counts;
    }
}
