package io.chodae.identity;

import io.chodae.shared.AccountId;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what clients of the OpenID provider hold: codes, refresh tokens, and access to who the person is. */
@Component
public class ClientTokens {

    private final JdbcClient jdbc;

    ClientTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these people at these clients, in the caller's transaction. */
    @Transactional
    public void end(Collection<AccountId> accounts, Collection<String> clientIds) {
        jdbc.sql("""
                        delete from oauth2_authorization
                         where principal_name = any(:principals) and registered_client_id = any(:clients)
                        """)
                .param(
                        "principals",
                        accounts.stream()
                                .map(account -> Long.toString(account.value()))
                                .toArray(String[]::new))
                .param("clients", clientIds.toArray(String[]::new))
                .update();
    }

    /** Of everybody at this client, in the caller's transaction. */
    @Transactional
    public void endAll(String clientId) {
        jdbc.sql("delete from oauth2_authorization where registered_client_id = :client")
                .param("client", clientId)
                .update();
    }
}
