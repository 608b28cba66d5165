package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Password hashes. Nothing else reads that table. */
@Repository
class Credentials {

    private final JdbcClient jdbc;
    private final Clock clock;

    Credentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> hash(AccountId account) {
        return jdbc.sql("select password_hash from password_credential where account_id = :account")
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    void set(AccountId account, String hash) {
        jdbc.sql("""
                        insert into password_credential (account_id, password_hash, changed_at)
                        values (:account, :hash, :now)
                        on conflict (account_id) do update
                           set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Passwords of accounts that have none yet, hashed elsewhere. */
    void addAll(Map<AccountId, String> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into password_credential (account_id, password_hash, changed_at)
                        select account_id, password_hash, :now
                          from unnest(:accounts::bigint[], :hashes::text[]) as given (account_id, password_hash)
                        """)
                .param(
                        "accounts",
                        hashes.keySet().stream().map(AccountId::value).toArray(Long[]::new))
                .param("hashes", hashes.values().toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Puts a newer encoding of the same password in place, unless the password was changed meanwhile. */
    void upgrade(AccountId account, String from, String to) {
        jdbc.sql("""
                        update password_credential
                           set password_hash = :to
                         where account_id = :account and password_hash = :from
                        """)
                .param("account", account.value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from password_credential where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
