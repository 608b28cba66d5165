package io.chodae.identity;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programs that a customer registered, and what its administrators let programs do. */
@Component
public class Programs {

    private static final String SELECT = """
            select p.customer_id, c.name as customer_name, p.client_id, p.name, p.redirect_uris, p.secret_no,
                   p.secret_made_at, p.created_at
              from program p
              join customer c using (customer_id)
            """;

    private final JdbcClient jdbc;

    Programs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<Program> of(CustomerId customer) {
        return jdbc.sql(SELECT + " where p.customer_id = :customer order by lower(p.name), p.client_id")
                .param("customer", customer.value())
                .query(Programs::program)
                .list();
    }

    public Optional<Program> find(CustomerId customer, String clientId) {
        return jdbc.sql(SELECT + " where p.customer_id = :customer and p.client_id = :client")
                .param("customer", customer.value())
                .param("client", clientId)
                .query(Programs::program)
                .optional();
    }

    /** Whoever asks names nothing but this id, and the customer follows from it; not of a customer that was stopped. */
    public Optional<Program> byClientId(String clientId) {
        return jdbc.sql(SELECT + " where p.client_id = :client and c.suspended_at is null")
                .param("client", clientId)
                .query(Programs::program)
                .optional();
    }

    /** What may be done for this customer, whoever registered the program: the newest first. */
    public List<ProgramConsent> consents(CustomerId customer) {
        return jdbc.sql("""
                        select g.consent_id, p.name, a.email, g.scopes, g.given_at
                          from program_consent g
                          join program p using (client_id)
                          join account a using (account_id)
                         where g.customer_id = :customer
                         order by g.given_at desc, g.consent_id desc
                        """)
                .param("customer", customer.value())
                .query(Programs::consent)
                .list();
    }

    private static Program program(ResultSet row, int number) throws SQLException {
        return new Program(
                new CustomerId(row.getLong("customer_id")),
                row.getString("customer_name"),
                row.getString("client_id"),
                row.getString("name"),
                List.of((String[]) row.getArray("redirect_uris").getArray()),
                row.getInt("secret_no"),
                row.getTimestamp("secret_made_at").toInstant(),
                row.getTimestamp("created_at").toInstant());
    }

    private static ProgramConsent consent(ResultSet row, int number) throws SQLException {
        List<String> scopes = Arrays.asList((String[]) row.getArray("scopes").getArray());
        return new ProgramConsent(
                row.getLong("consent_id"),
                row.getString("name"),
                row.getString("email"),
                ApiScopes.ALL.stream().filter(scopes::contains).toList(),
                row.getTimestamp("given_at").toInstant());
    }
}
