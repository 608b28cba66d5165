package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes accounts by the thousand: COPY into a temporary table, one statement into the directory. */
@Component
public class AccountBatches {

    /** As many as listeners take at once. */
    public static final int MAX = 10_000;

    private final DataSource database;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountBatches(DataSource database, JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Writes those whose address has no account yet.
     *
     * @param accounts {@link #MAX} at most
     * @return the new accounts by their address's key
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, AccountId> create(Collection<NewAccount> accounts) {
        if (accounts.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " accounts at once");
        }
        jdbc.sql("""
                        create temporary table if not exists new_account (
                            email text, email_key text, name text, language text, verified boolean
                        ) on commit delete rows
                        """).update();
        copy(accounts);
        Map<String, AccountId> created = new HashMap<>();
        jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at)
                        select distinct on (email_key) email, email_key, name, language,
                               case when verified then cast(:now as timestamptz) end, :now
                          from new_account
                         order by email_key
                        on conflict (email_key) do nothing
                        returning account_id, email_key
                        """).param("now", Timestamp.from(clock.instant())).query(row -> {
            created.put(row.getString("email_key"), new AccountId(row.getLong("account_id")));
        });
        if (!created.isEmpty()) {
            events.publishEvent(new AccountsAppeared(List.copyOf(created.values())));
        }
        return created;
    }

    private void copy(Collection<NewAccount> accounts) {
        StringBuilder rows = new StringBuilder(accounts.size() * 80);
        for (NewAccount account : accounts) {
            field(rows, account.email().value()).append('\t');
            field(rows, account.email().key()).append('\t');
            field(rows, account.name()).append('\t');
            rows.append(account.language().name()).append('\t');
            rows.append(account.verified()).append('\n');
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try (Reader reader = new StringReader(rows.toString())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy new_account (email, email_key, name, language, verified) from stdin", reader);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copying accounts", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** In COPY's text format. */
    private static StringBuilder field(StringBuilder rows, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        return rows;
    }
}
