package io.chodae.directory;

import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes accounts by the thousand, a statement for all of them. */
@Component
public class AccountBatches {

    /** As many as listeners take at once. */
    public static final int MAX = 10_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountBatches(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
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
        Map<String, AccountId> created = new HashMap<>();
        List<NewAccount> rows = List.copyOf(accounts);
        jdbc.sql("""
                        insert into account (email, email_key, name, language, email_verified_at, created_at)
                        select distinct on (t.email_key) t.email, t.email_key, t.name, t.language,
                               case when t.verified then cast(:now as timestamptz) end, :now
                        from unnest(:emails::text[], :keys::text[], :names::text[], :languages::text[],
                                    :verified::boolean[])
                             as t (email, email_key, name, language, verified)
                        order by t.email_key
                        on conflict (email_key) do nothing
                        returning account_id, email_key
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("emails", column(rows, one -> one.email().value()))
                .param("keys", column(rows, one -> one.email().key()))
                .param("names", column(rows, NewAccount::name))
                .param("languages", column(rows, one -> one.language().name()))
                .param("verified", rows.stream().map(NewAccount::verified).toArray(Boolean[]::new))
                .query(row -> {
                    created.put(row.getString("email_key"), new AccountId(row.getLong("account_id")));
                });
        if (!created.isEmpty()) {
            events.publishEvent(new AccountsAppeared(List.copyOf(created.values())));
        }
        return created;
    }

    private static String[] column(List<NewAccount> rows, Function<NewAccount, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
