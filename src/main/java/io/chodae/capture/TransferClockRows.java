package io.chodae.capture;

import io.chodae.capture.TransferClock.Notice;
import io.chodae.capture.TransferClock.Telling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Reads clocks out of rows of {@code user_invitation}, by the name {@code u}; some were sent before there were clocks. */
final class TransferClockRows {

    static final String COLUMNS = """
            u.state, u.follow_ups, coalesce(u.told_at, u.sent_at, u.updated_at) as from_at,
            coalesce(u.mailed_at, u.sent_at, u.updated_at) as mailed_at, u.told, u.told_number, u.deadline_at,
            u.notice_number, u.notice_told, u.evict_at, u.mail_lost""";

    private TransferClockRows() {}

    static TransferClock read(ResultSet row) throws SQLException {
        Timestamp deadline = row.getTimestamp("deadline_at");
        Timestamp evict = row.getTimestamp("evict_at");
        String noticed = row.getString("notice_told");
        String told = row.getString("told");
        return new TransferClock(
                UserInvitationState.valueOf(row.getString("state")),
                row.getTimestamp("from_at").toInstant(),
                row.getInt("follow_ups"),
                row.getTimestamp("mailed_at").toInstant(),
                told == null ? null : Told.valueOf(told),
                deadline == null ? null : new Telling(row.getInt("told_number"), deadline.toInstant()),
                evict == null || noticed == null
                        ? null
                        : new Notice(row.getInt("notice_number"), Told.valueOf(noticed), evict.toInstant()),
                row.getBoolean("mail_lost"));
    }
}
