package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads accounts out of rows. */
final class AccountRows {

    /** What {@link #account} reads. */
    static final String COLUMNS = "account_id, email, email_key, name, language, email_verified_at, disabled_at,"
            + " managed_by, suspended_at, evicted_from, evicted_from_key";

    private AccountRows() {}

    static Account account(ResultSet row, int number) throws SQLException {
        CustomerId manager = manager(row);
        boolean suspended = row.getTimestamp("suspended_at") != null;
        return new Account(
                new AccountId(row.getLong("account_id")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getTimestamp("email_verified_at") != null,
                row.getTimestamp("disabled_at") != null || suspended,
                manager,
                suspended ? manager : null,
                evictedFrom(row));
    }

    private static @Nullable CustomerId manager(ResultSet row) throws SQLException {
        long manager = row.getLong("managed_by");
        return row.wasNull() ? null : new CustomerId(manager);
    }

    private static @Nullable EmailAddress evictedFrom(ResultSet row) throws SQLException {
        String address = row.getString("evicted_from");
        return address == null ? null : new EmailAddress(address, row.getString("evicted_from_key"));
    }
}
