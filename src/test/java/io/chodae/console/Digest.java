package io.chodae.console;

import io.chodae.console.Hotels.Hotel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One sum for each table over the rows of a publisher and of its people, so that a test sees which table changed. */
@TestComponent
class Digest {

    private final JdbcClient jdbc;

    Digest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every table there is with a customer or an account, those of later migrations too; and the scheduled work. */
    Map<String, String> of(Hotel hotel) {
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables("customer_id")) {
            sums.put(table, sum(table, "customer_id = " + hotel.customer().value()));
        }
        for (String table : tables("account_id")) {
            sums.putIfAbsent(table, sum(table, "account_id in (" + String.join(", ", hotel.accounts()) + ")"));
        }
        sums.put("scheduled_tasks", sum("scheduled_tasks", "true"));
        return sums;
    }

    /** The tables whose rows are not as they were. */
    Set<String> changed(Hotel hotel, Map<String, String> before) {
        Map<String, String> now = of(hotel);
        now.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        return now.keySet();
    }

    private List<String> tables(String column) {
        return jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = current_schema() and column_name = :column
                        """)
                .param("column", column)
                .query((row, number) -> row.getString("table_name"))
                .list();
    }

    private String sum(String table, String rows) {
        return jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'empty') from %s t where %s"
                        .formatted(table, rows))
                .query(String.class)
                .single();
    }
}
