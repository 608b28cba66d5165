package io.chodae.identity;

import io.chodae.shared.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The browser sessions that a person is signed in with, on any node. */
@Component
class SessionsOfAccount {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionsOfAccount(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * Signs the person out everywhere.
     *
     * @param kept id of the session to leave alone; null for none
     */
    void end(AccountId account, @Nullable String kept) {
        sessions.findByPrincipalName(Long.toString(account.value())).keySet().stream()
                .filter(id -> !id.equals(kept))
                .forEach(sessions::deleteById);
    }
}
