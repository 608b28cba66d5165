package io.chodae.directory;

import io.chodae.shared.CustomerId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The customers of this server. */
@Component
public class Customers {

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int EXTERNAL_LENGTH = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Customers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Customer> find(CustomerId id) {
        return jdbc.sql("""
                        select customer_id, external_id, name from customer where customer_id = :id
                        """).param("id", id.value()).query(Customers::customer).optional();
    }

    public Optional<Customer> findByExternalId(String externalId) {
        return jdbc.sql("""
                        select customer_id, external_id, name from customer where external_id = :externalId
                        """)
                .param("externalId", externalId)
                .query(Customers::customer)
                .optional();
    }

    /**
     * Whether who runs this server has stopped this customer. Asked inside a transaction the answer stays true until it
     * ends: {@link SuspendCustomer} waits for whoever asked.
     */
    public boolean isSuspended(CustomerId id) {
        return jdbc.sql("select suspended_at is not null from customer where customer_id = :id for key share")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Writes a new customer; its external id is drawn here. */
    @Transactional
    public Customer create(String name) {
        return jdbc.sql("""
                        insert into customer (external_id, name, created_at)
                        values (:externalId, :name, :now)
                        returning customer_id, external_id, name
                        """)
                .param("externalId", drawExternalId())
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .query(Customers::customer)
                .single();
    }

    private String drawExternalId() {
        StringBuilder id = new StringBuilder("C");
        random.ints(EXTERNAL_LENGTH, 0, ALPHABET.length()).forEach(i -> id.append(ALPHABET.charAt(i)));
        return id.toString();
    }

    private static Customer customer(ResultSet row, int number) throws SQLException {
        return new Customer(
                new CustomerId(row.getLong("customer_id")), row.getString("external_id"), row.getString("name"));
    }
}
