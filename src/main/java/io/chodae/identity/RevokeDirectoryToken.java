package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a directory token: the next call with it is refused. */
@Component
public class RevokeDirectoryToken {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    RevokeDirectoryToken(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** False where this customer has none that works. */
    @Transactional
    public boolean revoke(CustomerId customer, long id, Actor actor) {
        Optional<String> name = jdbc.sql("""
                        update directory_token set revoked_at = :now
                         where customer_id = :customer and token_id = :id and revoked_at is null
                        returning name
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("customer", customer.value())
                .param("id", id)
                .query(String.class)
                .optional();
        name.ifPresent(known -> audit.record(
                customer,
                actor,
                "directory_token.revoked",
                "directory_token",
                String.valueOf(id),
                Map.of("name", known)));
        return name.isPresent();
    }
}
