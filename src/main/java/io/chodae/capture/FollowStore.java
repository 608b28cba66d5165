package io.chodae.capture;

import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the list of a domain's accounts is. */
@Repository
class FollowStore {

    private final JdbcClient jdbc;

    FollowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param position the key of the account that was looked at last */
    record Follow(String domain, String position) {}

    long begin(CustomerId customer, String domain, Instant now) {
        return jdbc.sql("""
                        insert into domain_follow (customer_id, domain, created_at)
                        values (:customer, :domain, :now)
                        returning follow_id
                        """)
                .param("customer", customer.value())
                .param("domain", domain)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    Optional<Follow> find(CustomerId customer, long id) {
        return jdbc.sql("""
                        select domain, position from domain_follow
                        where customer_id = :customer and follow_id = :id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> new Follow(row.getString("domain"), row.getString("position")))
                .optional();
    }

    void move(CustomerId customer, long id, String position) {
        jdbc.sql("""
                        update domain_follow set position = :position
                        where customer_id = :customer and follow_id = :id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .param("position", position)
                .update();
    }

    void end(CustomerId customer, long id) {
        jdbc.sql("delete from domain_follow where customer_id = :customer and follow_id = :id")
                .param("customer", customer.value())
                .param("id", id)
                .update();
    }
}
