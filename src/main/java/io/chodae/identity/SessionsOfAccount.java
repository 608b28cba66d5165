package io.chodae.identity;

import io.chodae.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in: browser sessions on any node, and clients that hold tokens. */
@Component
class SessionsOfAccount {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final JdbcClient jdbc;

    SessionsOfAccount(FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc) {
        this.sessions = sessions;
        this.jdbc = jdbc;
    }

    /**
     * Signs the person out everywhere; refresh tokens end too.
     *
     * @param kept id of the session to leave alone; null for none
     */
    void end(AccountId account, @Nullable String kept) {
        String principal = Long.toString(account.value());
        jdbc.sql("delete from oauth2_authorization where principal_name = :principal")
                .param("principal", principal)
                .update();
        sessions.findByPrincipalName(principal).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(sessions::deleteById);
    }
}
