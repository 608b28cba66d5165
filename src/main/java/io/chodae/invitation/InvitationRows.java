package io.chodae.invitation;

import io.chodae.invitation.Invitation.Withdrawn;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code invitation}. */
final class InvitationRows {

    /** The state as people must see it: what is past its time reads as expired before the timer has come by. */
    static final String STATE_NOW =
            "case when i.state = 'INVITED' and i.expires_at <= :now then 'EXPIRED' else i.state end";

    static final String COLUMNS = """
            i.customer_id, i.invitation_id, i.offer_id, i.moved_offer_id, i.email, i.email_key, i.name, i.phone, i.extra_info, i.language,
            """ + STATE_NOW + """
             as state_now,
            i.withdrawn, i.link_number, i.mails_sent, i.sent_at, i.expires_at, i.ended_at, i.accepted_by,
            i.decline_reason, i.created_at, i.went_on_at
            """;

    private InvitationRows() {}

    static Invitation read(ResultSet row, int number) throws SQLException {
        InvitationState state = InvitationState.valueOf(row.getString("state_now"));
        Instant expires = row.getTimestamp("expires_at").toInstant();
        Timestamp ended = row.getTimestamp("ended_at");
        Timestamp wentOn = row.getTimestamp("went_on_at");
        String withdrawn = row.getString("withdrawn");
        return new Invitation(
                new InvitationId(new CustomerId(row.getLong("customer_id")), row.getLong("invitation_id")),
                offer(row),
                row.getLong("offer_id"),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("name"),
                row.getString("phone"),
                row.getString("extra_info"),
                Language.ofTag(row.getString("language")),
                state,
                row.getInt("link_number"),
                row.getInt("mails_sent"),
                row.getTimestamp("sent_at").toInstant(),
                expires,
                ended(state, ended, expires),
                account(row),
                row.getString("decline_reason"),
                withdrawn == null ? null : Withdrawn.valueOf(withdrawn),
                row.getTimestamp("created_at").toInstant(),
                wentOn == null ? null : wentOn.toInstant());
    }

    private static long offer(ResultSet row) throws SQLException {
        long moved = row.getLong("moved_offer_id");
        return row.wasNull() ? row.getLong("offer_id") : moved;
    }

    private static @Nullable Instant ended(InvitationState state, @Nullable Timestamp ended, Instant expires) {
        if (ended != null) {
            return ended.toInstant();
        }
        return state == InvitationState.EXPIRED ? expires : null;
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        long account = row.getLong("accepted_by");
        return row.wasNull() ? null : new AccountId(account);
    }
}
