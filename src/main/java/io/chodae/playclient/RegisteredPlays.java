package io.chodae.playclient;

import io.chodae.identity.ProviderClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * Plays as Spring Authorization Server wants to see its clients. A Play that is switched off is still found, so that the
 * person reads why there is no sign-in, but has a secret that nothing fits.
 */
@Component
class RegisteredPlays implements ProviderClients {

    private static final String NOTHING_FITS = "none";

    private static final ClientSettings CLIENT = ClientSettings.builder()
            .requireProofKey(true)
            // Accepting the invitation was the consent, and withdrawing takes it back.
            .requireAuthorizationConsent(false)
            .build();

    private static final TokenSettings TOKENS = TokenSettings.builder()
            .authorizationCodeTimeToLive(Duration.ofMinutes(1))
            .accessTokenTimeToLive(Duration.ofMinutes(5))
            .refreshTokenTimeToLive(Duration.ofDays(14))
            .reuseRefreshTokens(false)
            .build();

    private final PlayClients clients;
    private final Clock clock;

    RegisteredPlays(PlayClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Optional<RegisteredClient> find(String clientId) {
        return clients.byClientId(clientId).map(this::registered);
    }

    private RegisteredClient registered(ClientRow row) {
        PlayClient client = row.client();
        return RegisteredClient.withId(client.clientId())
                .clientId(client.clientId())
                .clientIdIssuedAt(client.created())
                .clientName(row.playName())
                .clientSecret(hashes(row))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(client.postLogoutRedirectUris()))
                .scopes(scopes -> scopes.addAll(PlayScopes.ALL))
                .clientSettings(CLIENT)
                .tokenSettings(TOKENS)
                .build();
    }

    private String hashes(ClientRow row) {
        if (!row.client().enabled()) {
            return NOTHING_FITS;
        }
        Instant until = row.client().oldSecretUntil();
        return until == null || !until.isAfter(clock.instant())
                ? row.secretHash()
                : row.secretHash() + " " + row.oldSecretHash();
    }
}
