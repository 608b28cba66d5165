package io.chodae.identity;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's service accounts and their keys. */
@Component
public class ServiceAccounts {

    private static final String SELECT = """
            select s.customer_id, s.service_account_id, s.client_email, s.client_id, s.name, s.scopes, s.created_at,
                   s.disabled_at, count(k.key_id) filter (where k.revoked_at is null) as keys,
                   max(k.last_used_at) as last_used_at
              from service_account s
              left join service_account_key k using (customer_id, service_account_id)
            """;

    private final JdbcClient jdbc;

    ServiceAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<ServiceAccount> of(CustomerId customer) {
        return jdbc.sql(SELECT + """
                         where s.customer_id = :customer
                         group by s.customer_id, s.service_account_id
                         order by lower(s.name), s.service_account_id
                        """)
                .param("customer", customer.value())
                .query(ServiceAccounts::account)
                .list();
    }

    public Optional<ServiceAccount> find(CustomerId customer, long id) {
        return jdbc.sql(SELECT + """
                         where s.customer_id = :customer and s.service_account_id = :id
                         group by s.customer_id, s.service_account_id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query(ServiceAccounts::account)
                .optional();
    }

    /** Those that work first, the newest first. */
    public List<ServiceAccountKey> keys(CustomerId customer, long id) {
        return jdbc.sql("""
                        select key_id, created_at, last_used_at, revoked_at
                          from service_account_key
                         where customer_id = :customer and service_account_id = :id
                         order by revoked_at is not null, created_at desc, key_id
                        """)
                .param("customer", customer.value())
                .param("id", id)
                .query((row, number) -> new ServiceAccountKey(
                        row.getString("key_id"),
                        row.getTimestamp("created_at").toInstant(),
                        instant(row.getTimestamp("last_used_at")),
                        instant(row.getTimestamp("revoked_at"))))
                .list();
    }

    private static ServiceAccount account(ResultSet row, int number) throws SQLException {
        List<String> scopes = Arrays.asList((String[]) row.getArray("scopes").getArray());
        return new ServiceAccount(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("service_account_id"),
                row.getString("client_email"),
                row.getString("client_id"),
                row.getString("name"),
                ApiScopes.ALL.stream().filter(scopes::contains).toList(),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("disabled_at")),
                row.getInt("keys"),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
