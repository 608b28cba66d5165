package io.chodae.identity;

import java.util.Optional;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** One kind of clients of the OpenID provider; each kind knows its own and has ids that no other has. */
public interface ProviderClients {

    /** As of now; empty where it is none of this kind. The framework's own id of a client is its client id here. */
    Optional<RegisteredClient> find(String clientId);
}
