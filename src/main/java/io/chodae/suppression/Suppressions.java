package io.chodae.suppression;

import io.chodae.shared.CustomerId;
import io.chodae.shared.LikePattern;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a customer does not write to. A mail to such an address is never handed over, whoever enqueues it. */
@Component
public class Suppressions {

    private static final int MAX_SLICE = 200;
    private static final String COLUMNS = "customer_id, suppression_id, email, reason, detail, at";

    private final JdbcClient jdbc;

    Suppressions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why, by match key; those that are written to are left out. */
    public Map<String, SuppressionReason> suppressedAmong(CustomerId customer, Collection<String> emailKeys) {
        Map<String, SuppressionReason> found = new HashMap<>();
        jdbc.sql("""
                        select s.email_key, s.reason
                        from unnest(:keys::text[]) as k (key)
                        join suppression s on s.customer_id = :customer and s.email_key = k.key
                        """)
                .param("customer", customer.value())
                .param("keys", emailKeys.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("email_key"), SuppressionReason.valueOf(row.getString("reason")));
                });
        return found;
    }

    /** One of this customer. */
    public Optional<Suppression> find(CustomerId customer, long id) {
        return jdbc.sql("select " + COLUMNS + """
                         from suppression
                        where customer_id = :customer and suppression_id = :id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query(Suppressions::read)
                .optional();
    }

    /**
     * One page, newest first.
     *
     * @param text somewhere in the address; all for an empty one
     * @param after {@link Slice#next()} of the page before
     */
    public Slice<Suppression> search(CustomerId customer, String text, Optional<String> after, int limit) {
        int shown = Math.clamp(limit, 1, MAX_SLICE);
        List<Suppression> rows = jdbc.sql("select " + COLUMNS + """
                         from suppression
                        where customer_id = :customer and suppression_id < :before
                          and (lower(email) like :text or email_key like :text)
                        order by suppression_id desc
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("before", after.map(Suppressions::position).orElse(Long.MAX_VALUE))
                .param("text", LikePattern.contains(text))
                .param("limit", shown + 1)
                .query(Suppressions::read)
                .list();
        return rows.size() <= shown
                ? new Slice<>(rows, Optional.empty())
                : new Slice<>(
                        rows.subList(0, shown),
                        Optional.of(String.valueOf(rows.get(shown - 1).id())));
    }

    private static Suppression read(ResultSet row, int number) throws SQLException {
        return new Suppression(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("suppression_id"),
                row.getString("email"),
                SuppressionReason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getTimestamp("at").toInstant());
    }

    /** The position comes back from a browser: anything but one of ours means the beginning. */
    private static long position(String after) {
        return after.matches("[0-9]{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }
}
