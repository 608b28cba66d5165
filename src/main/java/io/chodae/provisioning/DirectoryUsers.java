package io.chodae.provisioning;

import static io.chodae.provisioning.DirectoryUserRows.COLUMNS;
import static io.chodae.provisioning.DirectoryUserRows.FROM;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.SqlCondition;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The users of a customer: all accounts that it manages, however it came to them. */
@Component
public class DirectoryUsers {

    private final JdbcClient jdbc;

    DirectoryUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<DirectoryUser> find(CustomerId customer, AccountId account) {
        return jdbc.sql("select " + COLUMNS + FROM + " and a.account_id = :account")
                .param("customer", customer.value())
                .param("account", account.value())
                .query(DirectoryUserRows::read)
                .optional();
    }

    public Optional<DirectoryUser> find(CustomerId customer, EmailAddress email) {
        return jdbc.sql("select " + COLUMNS + FROM + " and a.email_key = :key")
                .param("customer", customer.value())
                .param("key", email.key())
                .query(DirectoryUserRows::read)
                .optional();
    }

    /**
     * Those who come next.
     *
     * @param after where the slice before ended; null for the first
     */
    public List<DirectoryUser> slice(
            CustomerId customer, UserFilter filter, UserOrder order, @Nullable UserPosition after, int size) {
        Map<String, Object> params = new HashMap<>();
        String behind = "";
        if (after != null) {
            behind = " and (" + UserConditions.column(order.by()) + ", a.account_id) "
                    + (order.descending() ? "<" : ">") + " (" + position(order.by()) + ", :afterId)";
            params.put("after", value(order.by(), after.value()));
            params.put("afterId", after.id().value());
        }
        return slice(customer, filter, behind + sorted(order) + " limit :size", params, size);
    }

    /**
     * Those from a place on; what changes in between moves the places.
     *
     * @param offset how many are passed over
     */
    public List<DirectoryUser> slice(CustomerId customer, UserFilter filter, UserOrder order, long offset, int size) {
        return slice(customer, filter, sorted(order) + " limit :size offset :offset", Map.of("offset", offset), size);
    }

    public long count(CustomerId customer, UserFilter filter) {
        SqlCondition asked = UserConditions.of(filter);
        return jdbc.sql("select count(*)" + FROM + " and (" + asked.sql() + ")")
                .param("customer", customer.value())
                .params(asked.params())
                .query(Long.class)
                .single();
    }

    private List<DirectoryUser> slice(
            CustomerId customer, UserFilter filter, String rest, Map<String, Object> params, int size) {
        SqlCondition asked = UserConditions.of(filter);
        return jdbc.sql("select " + COLUMNS + FROM + " and (" + asked.sql() + ")" + rest)
                .param("customer", customer.value())
                .params(asked.params())
                .params(params)
                .param("size", size)
                .query(DirectoryUserRows::read)
                .list();
    }

    private static String sorted(UserOrder order) {
        String direction = order.descending() ? " desc" : "";
        return " order by " + UserConditions.column(order.by()) + direction + ", a.account_id" + direction;
    }

    private static String position(UserField field) {
        return switch (field) {
            case GIVEN_NAME, FAMILY_NAME, DISPLAY_NAME -> "lower(:after)";
            case ID, EMAIL, EXTERNAL_ID, LANGUAGE, SUSPENDED, CREATED, UPDATED -> ":after";
        };
    }

    private static Object value(UserField field, String value) {
        return switch (field) {
            case ID -> Long.valueOf(value);
            case SUSPENDED -> Boolean.valueOf(value);
            case CREATED, UPDATED -> Timestamp.from(Instant.parse(value));
            case EMAIL, GIVEN_NAME, FAMILY_NAME, DISPLAY_NAME, EXTERNAL_ID, LANGUAGE -> value;
        };
    }
}
