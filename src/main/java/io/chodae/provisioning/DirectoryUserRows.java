package io.chodae.provisioning;

import io.chodae.shared.AccountId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Reads users out of rows. */
final class DirectoryUserRows {

    static final String COLUMNS = """
            a.account_id, a.email, a.email_key, coalesce(u.given_name, '') as given_name,
            coalesce(u.family_name, '') as family_name, a.name, a.language,
            coalesce(u.external_id, '') as external_id, a.suspended_at is not null as suspended, a.created_at,
            coalesce(u.updated_at, a.managed_since) as updated_at, coalesce(u.version, 1) as version,
            (select s.at from last_sign_in s where s.account_id = a.account_id) as last_sign_in
            """;

    /** All that the customer manages. */
    static final String FROM = """
             from account a
             left join directory_user u on u.customer_id = a.managed_by and u.account_id = a.account_id
             where a.managed_by = :customer
            """;

    private DirectoryUserRows() {}

    static DirectoryUser read(ResultSet row, int number) throws SQLException {
        Timestamp signedIn = row.getTimestamp("last_sign_in");
        return new DirectoryUser(
                new AccountId(row.getLong("account_id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getString("external_id"),
                row.getBoolean("suspended"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getLong("version"),
                signedIn == null ? null : signedIn.toInstant());
    }
}
