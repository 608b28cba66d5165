package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down when a person last signed in: administrators look for accounts that nobody uses. */
@Component
public class NoteSignIn {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoteSignIn(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void note(AccountId account) {
        jdbc.sql("""
                        insert into last_sign_in (account_id, at) values (:account, :now)
                        on conflict (account_id) do update set at = excluded.at
                        """)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The account ends. */
    void forget(AccountId account) {
        jdbc.sql("delete from last_sign_in where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
