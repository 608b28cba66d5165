package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of {@code user_invitation}, by the name {@code u}. */
final class UserInvitationRows {

    static final String COLUMNS = " u.customer_id, u.email, u.email_key, u.state, u.mails_sent, u.updated_at ";

    private UserInvitationRows() {}

    static UserInvitation read(ResultSet row, int number) throws SQLException {
        return new UserInvitation(
                new CustomerId(row.getLong("customer_id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                UserInvitationState.valueOf(row.getString("state")),
                row.getLong("mails_sent"),
                row.getTimestamp("updated_at").toInstant());
    }
}
