package io.chodae.domain;

import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of claims. */
@Component
class DomainStore {

    static final String COLUMNS = """
            customer_id, domain, kind, state, proof_token, method, verified_at, checked_at, check_result,
            failing_since, next_check_at, locked, contact, vouched, disputed_at
            """;
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DomainStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Domain> find(CustomerId customer, String name) {
        return jdbc.sql("select " + COLUMNS
                        + " from customer_domain where customer_id = :customer and domain = :domain")
                .param("customer", customer.value())
                .param("domain", name)
                .query(this::domain)
                .optional();
    }

    /** The primary one first, then by name. */
    List<Domain> of(CustomerId customer) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from customer_domain where customer_id = :customer order by array_position(array['PRIMARY', 'SECONDARY', 'ALIAS'], kind), domain")
                .param("customer", customer.value())
                .query(this::domain)
                .list();
    }

    /** Everybody's, and nobody else changes one of them until the transaction ends. */
    List<Domain> lockClaims(String name) {
        return jdbc.sql("select " + COLUMNS
                        + " from customer_domain where domain = :domain order by disputed_at, customer_id for update")
                .param("domain", name)
                .query(this::domain)
                .list();
    }

    /** Everybody's. */
    List<Domain> claims(String name) {
        return jdbc.sql("select " + COLUMNS
                        + " from customer_domain where domain = :domain order by disputed_at, customer_id")
                .param("domain", name)
                .query(this::domain)
                .list();
    }

    /** Nobody else adds, removes or renames domains of the customer until the transaction ends. */
    List<Domain> lockAll(CustomerId customer) {
        jdbc.sql("select customer_id from customer where customer_id = :customer for no key update")
                .param("customer", customer.value())
                .query(Long.class)
                .optional();
        return of(customer);
    }

    boolean insert(CustomerId customer, String name, DomainKind kind, String token, Instant now) {
        return jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, :kind, 'UNPROVEN', :token, :now)
                        on conflict (customer_id, domain) do nothing
                        """)
                        .param("customer", customer.value())
                        .param("domain", name)
                        .param("kind", kind.name())
                        .param("token", token)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean delete(Domain claim) {
        return jdbc.sql("delete from customer_domain where customer_id = :customer and domain = :domain")
                        .param("customer", claim.customer().value())
                        .param("domain", claim.name())
                        .update()
                == 1;
    }

    boolean setKind(Domain claim, DomainKind kind) {
        return jdbc.sql("""
                        update customer_domain set kind = :kind
                        where customer_id = :customer and domain = :domain and kind = :before
                        """)
                        .param("customer", claim.customer().value())
                        .param("domain", claim.name())
                        .param("kind", kind.name())
                        .param("before", claim.kind().name())
                        .update()
                == 1;
    }

    boolean setLock(CustomerId customer, String name, boolean locked, String contact) {
        return jdbc.sql("""
                        update customer_domain set locked = :locked, contact = :contact
                        where customer_id = :customer and domain = :domain and (locked, contact) <> (:locked, :contact)
                        """)
                        .param("customer", customer.value())
                        .param("domain", name)
                        .param("locked", locked)
                        .param("contact", contact)
                        .update()
                == 1;
    }

    /** The turn for one look: false where there was one a moment ago. */
    boolean takeTurn(CustomerId customer, String name, Instant notSince, Instant now) {
        return jdbc.sql("""
                        update customer_domain set checked_at = :now
                        where customer_id = :customer and domain = :domain
                          and (checked_at is null or checked_at <= :notSince)
                        """)
                        .param("customer", customer.value())
                        .param("domain", name)
                        .param("now", Timestamp.from(now))
                        .param("notSince", Timestamp.from(notSince))
                        .update()
                == 1;
    }

    /** Writes the proof's part of the claim as it is now; false where its state is not the expected one any more. */
    boolean write(Domain claim, DomainState before) {
        return jdbc.sql("""
                        update customer_domain
                           set state = :state, method = :method, verified_at = :verifiedAt, checked_at = :checkedAt,
                               check_result = :findings, failing_since = :failingSince,
                               next_check_at = :nextCheckAt, vouched = :vouched, disputed_at = :disputedAt
                         where customer_id = :customer and domain = :domain and state = :before
                        """)
                        .param("customer", claim.customer().value())
                        .param("domain", claim.name())
                        .param("before", before.name())
                        .param("state", claim.state().name())
                        .param(
                                "method",
                                claim.method() == null ? null : claim.method().name())
                        .param("verifiedAt", timestamp(claim.verifiedAt()))
                        .param("checkedAt", timestamp(claim.checkedAt()))
                        .param("findings", json.writeValueAsString(claim.findings()))
                        .param("failingSince", timestamp(claim.failingSince()))
                        .param("nextCheckAt", timestamp(claim.nextCheckAt()))
                        .param("vouched", claim.vouched())
                        .param("disputedAt", timestamp(claim.disputedAt()))
                        .update()
                == 1;
    }

    /** Those whose time has come, of all customers, and which nobody else gets until then. */
    List<Domain> takeDue(Instant now, Instant again, int limit) {
        return jdbc.sql("""
                        update customer_domain set next_check_at = :again
                        where (customer_id, domain) in (
                              select customer_id, domain from customer_domain
                              where next_check_at <= :now
                              order by next_check_at limit :limit for update skip locked)
                        returning
                        """ + COLUMNS)
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(again))
                .param("limit", limit)
                .query(this::domain)
                .list();
    }

    private Domain domain(ResultSet row, int number) throws SQLException {
        String method = row.getString("method");
        String findings = row.getString("check_result");
        return new Domain(
                new CustomerId(row.getLong("customer_id")),
                row.getString("domain"),
                DomainKind.valueOf(row.getString("kind")),
                DomainState.valueOf(row.getString("state")),
                row.getString("proof_token"),
                method == null ? null : ProofMethod.valueOf(method),
                instant(row, "verified_at"),
                instant(row, "checked_at"),
                findings == null ? List.of() : json.readValue(findings, FINDINGS),
                instant(row, "failing_since"),
                instant(row, "next_check_at"),
                row.getBoolean("locked"),
                row.getString("contact"),
                row.getBoolean("vouched"),
                instant(row, "disputed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
