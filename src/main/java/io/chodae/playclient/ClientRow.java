package io.chodae.playclient;

import io.chodae.shared.CustomerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code play_client c}.
 *
 * @param playName of {@code private_play p}
 */
record ClientRow(
        PlayClient client,
        String playName,
        String secretHash,
        @Nullable String oldSecretHash) {

    static final String SELECT = """
            select c.customer_id, c.play_id, c.client_id, c.redirect_uris, c.post_logout_redirect_uris, c.secret_no,
                   c.secret_hash, c.secret_made_at, c.old_secret_hash, c.old_secret_until, c.enabled, c.created_at, p.name
            from play_client c
            join private_play p on p.customer_id = c.customer_id and p.play_id = c.play_id
            """;

    static ClientRow read(ResultSet row, int number) throws SQLException {
        Timestamp oldUntil = row.getTimestamp("old_secret_until");
        PlayClient client = new PlayClient(
                new CustomerId(row.getLong("customer_id")),
                row.getLong("play_id"),
                row.getString("client_id"),
                texts(row.getArray("redirect_uris")),
                texts(row.getArray("post_logout_redirect_uris")),
                row.getInt("secret_no"),
                row.getTimestamp("secret_made_at").toInstant(),
                oldUntil == null ? null : oldUntil.toInstant(),
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant());
        return new ClientRow(
                client, row.getString("name"), row.getString("secret_hash"), row.getString("old_secret_hash"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
