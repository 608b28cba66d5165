package io.chodae.bizkit;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded lists of addresses. They are kept for a week, for the act that they are meant for. */
@Component
public class AddressLists {

    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    AddressLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row that nobody was found by. */
    record Missing(int row, String email) {}

    public Optional<AddressList> find(CustomerId customer, long listId) {
        return jdbc.sql("""
                        select list_id, file_name, rows, found, missing, twice, created_at, created_by from people_list
                        where customer_id = :customer and list_id = :list
                        """)
                .param("customer", customer.value())
                .param("list", listId)
                .query((row, number) -> new AddressList(
                        row.getLong("list_id"),
                        row.getString("file_name"),
                        row.getInt("rows"),
                        row.getInt("found"),
                        row.getInt("missing"),
                        row.getInt("twice"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("created_by")))
                .optional();
    }

    List<Missing> missing(CustomerId customer, long listId, int afterRow, int limit) {
        return jdbc.sql("""
                        select row_no, email from people_list_row
                        where customer_id = :customer and list_id = :list and user_id is null and row_no > :after
                        order by row_no
                        limit :limit
                        """)
                .param("customer", customer.value())
                .param("list", listId)
                .param("after", afterRow)
                .param("limit", limit)
                .query((row, number) -> new Missing(row.getInt("row_no"), row.getString("email")))
                .list();
    }

    /** Forgets what is old; an act that is still under way keeps its list. */
    int tidy() {
        return jdbc.sql("""
                        delete from people_list l
                        where l.created_at < :before
                          and not exists (select 1 from people_act a
                                          where a.customer_id = l.customer_id and a.list_id = l.list_id
                                            and a.state = 'RUNNING')
                        """)
                .param("before", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
