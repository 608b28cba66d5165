package io.chodae.bizkit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of {@code private_play p}. */
final class PlayRows {

    static final String COLUMNS =
            "p.play_id, p.name, p.description, p.link, p.icon is not null as has_icon, p.enabled, p.created_at";

    private PlayRows() {}

    static PrivatePlay read(ResultSet row, int number) throws SQLException {
        return new PrivatePlay(
                row.getLong("play_id"),
                row.getString("name"),
                row.getString("description"),
                row.getString("link"),
                row.getBoolean("has_icon"),
                row.getBoolean("enabled"),
                row.getTimestamp("created_at").toInstant());
    }
}
