package io.chodae.directory;

import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that a customer manages, by address. */
@Component
public class ManagedAccountList {

    private static final String ALL = """
            select %s, managed_since
              from account
             where managed_by = :customer and email_key > :after
            """.formatted(AccountRows.COLUMNS);

    private final JdbcClient jdbc;

    ManagedAccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ManagedAccount> find(CustomerId customer, AccountId account) {
        return jdbc.sql(ALL + " and account_id = :account")
                .param("customer", customer.value())
                .param("after", "")
                .param("account", account.value())
                .query(ManagedAccountList::managed)
                .optional();
    }

    /**
     * One slice of the list.
     *
     * @param search a part of the address or of the name; empty for all
     * @param suspendedOnly whether those who can sign in are left out
     * @param after where the slice before ended; empty for the first
     */
    public Slice<ManagedAccount> page(
            CustomerId customer, String search, boolean suspendedOnly, Optional<String> after, int size) {
        String text = search.strip().toLowerCase(Locale.ROOT);
        String conditions = (text.isEmpty()
                        ? ""
                        : " and (strpos(email_key, :text) > 0 or strpos(lower(email), :text) > 0"
                                + " or strpos(lower(name), :text) > 0)")
                + (suspendedOnly ? " and suspended_at is not null" : "");
        List<ManagedAccount> found = jdbc.sql(ALL + conditions + " order by email_key limit :limit")
                .param("customer", customer.value())
                .param("after", after.orElse(""))
                .param("text", text)
                .param("limit", size + 1)
                .query(ManagedAccountList::managed)
                .list();
        boolean more = found.size() > size;
        List<ManagedAccount> shown = more ? found.subList(0, size) : found;
        return new Slice<>(
                shown, more ? Optional.of(shown.getLast().account().email().key()) : Optional.empty());
    }

    private static ManagedAccount managed(ResultSet row, int number) throws SQLException {
        Timestamp suspended = row.getTimestamp("suspended_at");
        return new ManagedAccount(
                AccountRows.account(row, number),
                row.getTimestamp("managed_since").toInstant(),
                suspended == null ? null : suspended.toInstant());
    }
}
