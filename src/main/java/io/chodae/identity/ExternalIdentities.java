package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which account stands behind which person of which provider. */
@Repository
class ExternalIdentities {

    private final JdbcClient jdbc;
    private final Clock clock;

    ExternalIdentities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<AccountId> find(String issuer, String subject) {
        return jdbc.sql("select account_id from external_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Long.class)
                .optional()
                .map(AccountId::new);
    }

    void link(String issuer, String subject, AccountId account) {
        jdbc.sql("""
                        insert into external_identity (issuer, subject, account_id, linked_at)
                        values (:issuer, :subject, :account, :now)
                        on conflict (issuer, subject) do nothing
                        """)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Nobody of any provider stands for this account any more. */
    void unlinkAll(AccountId account) {
        jdbc.sql("delete from external_identity where account_id = :account")
                .param("account", account.value())
                .update();
    }
}
