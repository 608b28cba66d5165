package io.chodae.bizkit;

import io.chodae.directory.CustomerFounded;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each publisher has exactly one Biz Kit. */
@Component
public class BizKits {

    private static final String PRODUCT_NAME = "Chodae Biz Kit";
    private static final int TRIAL_LIMIT = 10;

    private static final String KITS = """
            select customer_id, edition, product_name, user_limit, device_limit, service_name, service_description,
                   icon_etag, require_own_address, invitation_hours, reminder_days,
                   (select c.suspended_at is not null from customer c where c.customer_id = biz_kit.customer_id)
                     as suspended
            from biz_kit
            """;

    private final JdbcClient jdbc;
    private final Customers customers;

    BizKits(JdbcClient jdbc, Customers customers) {
        this.jdbc = jdbc;
        this.customers = customers;
    }

    /**
     * Whether who runs this server has stopped the publisher. Asked inside a transaction the answer stays true until it
     * ends.
     */
    public boolean isStopped(CustomerId customer) {
        return customers.isSuspended(customer);
    }

    /**
     * The Biz Kit of a customer.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException where the customer has none
     */
    public BizKit get(CustomerId customer) {
        return jdbc.sql(KITS + " where customer_id = :customer")
                .param("customer", customer.value())
                .query(BizKits::read)
                .single();
    }

    /** All that remind their invited people. */
    public List<BizKit> thatRemind() {
        return jdbc.sql(KITS + " where reminder_days <> '{}' order by customer_id").query(BizKits::read).list().stream()
                .filter(kit -> !kit.suspended())
                .toList();
    }

    /** The Biz Service's icon, a PNG of 108×108. */
    public Optional<byte[]> icon(CustomerId customer) {
        return jdbc.sql("select service_icon from biz_kit where customer_id = :customer and service_icon is not null")
                .param("customer", customer.value())
                .query(byte[].class)
                .optional();
    }

    /** Gives a new customer its Biz Kit, in the caller's transaction. */
    public void create(CustomerId customer, Edition edition) {
        jdbc.sql("""
                        insert into biz_kit (customer_id, edition, product_name, user_limit, device_limit)
                        values (:customer, :edition, :product, :limit, :limit)
                        """)
                .param("customer", customer.value())
                .param("edition", edition.name())
                .param("product", PRODUCT_NAME)
                .param("limit", edition == Edition.TRIAL ? TRIAL_LIMIT : null)
                .update();
    }

    @EventListener
    void on(CustomerFounded founded) {
        create(founded.customer(), Edition.FULL);
    }

    private static BizKit read(ResultSet row, int number) throws SQLException {
        return new BizKit(
                new CustomerId(row.getLong("customer_id")),
                Edition.valueOf(row.getString("edition")),
                row.getString("product_name"),
                limit(row, "user_limit"),
                limit(row, "device_limit"),
                row.getString("service_name"),
                row.getString("service_description"),
                row.getString("icon_etag"),
                row.getBoolean("require_own_address"),
                Duration.ofHours(row.getInt("invitation_hours")),
                List.of((Integer[]) row.getArray("reminder_days").getArray()),
                row.getBoolean("suspended"));
    }

    private static OptionalInt limit(ResultSet row, String column) throws SQLException {
        int limit = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit);
    }
}
