package io.chodae.identity;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which colleagues were asked to join and have not yet. The database keeps the hash of a link alone. */
@Component
public class OperatorInvitations {

    private static final String PURPOSE = "operator";

    private static final String OPEN = """
            select i.customer_id, c.name, i.invitation_id, i.email, i.email_key, i.role, i.language, i.link_number,
                   i.invited_by, i.sent_at, i.expires_at
              from operator_invitation i
              join customer c using (customer_id)
             where i.ended_at is null
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    OperatorInvitations(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Newest first, those whose link ran out too. */
    public List<OperatorInvitation> open(CustomerId customer) {
        return jdbc.sql(OPEN + " and i.customer_id = :customer order by i.sent_at desc, i.invitation_id desc")
                .param("customer", customer.value())
                .query(this::read)
                .list();
    }

    /** Those among the ids that are open. */
    public List<OperatorInvitation> byIds(CustomerId customer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(OPEN + " and i.customer_id = :customer and i.invitation_id in (:ids)")
                        .param("customer", customer.value())
                        .param("ids", ids)
                        .query(this::read)
                        .list();
    }

    /** What a link stands for while it works. Changes nothing. */
    public Optional<OperatorInvitation> byToken(LinkToken token) {
        return jdbc.sql(OPEN + " and i.link_hash = :hash and i.expires_at > :now")
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .query(this::read)
                .optional();
    }

    LinkToken token(CustomerId customer, long invitationId, int linkNumber) {
        return secrets.token(PURPOSE, customer.value(), invitationId, linkNumber);
    }

    private OperatorInvitation read(ResultSet row, int number) throws SQLException {
        Instant expiresAt = row.getTimestamp("expires_at").toInstant();
        return new OperatorInvitation(
                new CustomerId(row.getLong("customer_id")),
                row.getString("name"),
                row.getLong("invitation_id"),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                Role.valueOf(row.getString("role")),
                Language.valueOf(row.getString("language")),
                row.getInt("link_number"),
                row.getString("invited_by"),
                row.getTimestamp("sent_at").toInstant(),
                expiresAt,
                expiresAt.isAfter(clock.instant()));
    }
}
