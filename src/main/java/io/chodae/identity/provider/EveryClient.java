package io.chodae.identity.provider;

import io.chodae.identity.ProviderClients;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** All kinds of clients, as Spring Authorization Server wants to see them. */
@Component
class EveryClient implements RegisteredClientRepository {

    private final List<ProviderClients> kinds;

    EveryClient(List<ProviderClients> kinds) {
        this.kinds = kinds;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("each kind of clients has its own use case that registers one");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return kinds.stream()
                .map(kind -> kind.find(clientId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }
}
