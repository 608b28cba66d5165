package io.chodae.identity;

import io.chodae.audit.Actor;
import io.chodae.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A customer's directory tokens, and for whom the bearer of one calls. */
@Component
public class DirectoryTokens {

    private static final int MAX_LENGTH = 100;
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    DirectoryTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Found(
            CustomerId customer,
            long id,
            String name,
            @Nullable Instant lastUsed) {}

    /**
     * Empty for a token that is unknown or revoked, or whose customer was stopped. Nothing is remembered between calls;
     * when it was used is written down once a minute.
     */
    public Optional<DirectoryCaller> verify(String bearer) {
        if (!bearer.startsWith(DirectoryToken.PREFIX) || bearer.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Found> found = jdbc.sql("""
                        select t.customer_id, t.token_id, t.name, t.last_used_at
                          from directory_token t
                          join customer c using (customer_id)
                         where t.token_hash = :hash and t.revoked_at is null and c.suspended_at is null
                        """)
                .param("hash", ClientSecrets.hash(bearer))
                .query((row, number) -> new Found(
                        new CustomerId(row.getLong("customer_id")),
                        row.getLong("token_id"),
                        row.getString("name"),
                        instant(row.getTimestamp("last_used_at"))))
                .optional();
        found.ifPresent(this::note);
        return found.map(token -> new DirectoryCaller(token.customer(), new Actor(null, "SCIM · " + token.name())));
    }

    /** Those that work first, the newest first. */
    public List<DirectoryToken> of(CustomerId customer) {
        return jdbc.sql("""
                        select token_id, name, ending, created_at, last_used_at, revoked_at
                          from directory_token
                         where customer_id = :customer
                         order by revoked_at is not null, created_at desc, token_id desc
                        """)
                .param("customer", customer.value())
                .query(DirectoryTokens::token)
                .list();
    }

    private void note(Found token) {
        Instant now = clock.instant();
        if (token.lastUsed() != null && token.lastUsed().plus(NOTED).isAfter(now)) {
            return;
        }
        jdbc.sql("""
                        update directory_token set last_used_at = :now
                         where customer_id = :customer and token_id = :id
                           and (last_used_at is null or last_used_at < :now)
                        """)
                .param("now", Timestamp.from(now))
                .param("customer", token.customer().value())
                .param("id", token.id())
                .update();
    }

    private static DirectoryToken token(ResultSet row, int number) throws SQLException {
        return new DirectoryToken(
                row.getLong("token_id"),
                row.getString("name"),
                row.getString("ending"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
