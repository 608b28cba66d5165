package io.chodae.identity.provider;

import io.chodae.identity.ApiScopes;
import io.chodae.identity.Program;
import io.chodae.identity.Programs;
import io.chodae.identity.ProviderClients;
import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Programs that call the APIs for administrators, as clients: each request is put to the person. */
@Component
class RegisteredPrograms implements ProviderClients {

    /**
     * Google's libraries send no proof key unless they are told to, and such a program keeps a secret (RFC 9700, 2.1.1
     * asks public clients for one). A challenge that was sent is verified though.
     */
    private static final ClientSettings CLIENT = ClientSettings.builder()
            .requireProofKey(false)
            .requireAuthorizationConsent(true)
            .build();

    /** The refresh token stays the same: Google's libraries keep the first one, and the secret guards it (RFC 9700, 2.2.2). */
    private static final TokenSettings TOKENS = TokenSettings.builder()
            .authorizationCodeTimeToLive(Duration.ofMinutes(1))
            .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
            .accessTokenTimeToLive(Duration.ofHours(1))
            .refreshTokenTimeToLive(Duration.ofDays(180))
            .reuseRefreshTokens(true)
            .build();

    private final Programs programs;
    private final JdbcClient jdbc;

    RegisteredPrograms(Programs programs, JdbcClient jdbc) {
        this.programs = programs;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RegisteredClient> find(String clientId) {
        return programs.byClientId(clientId).map(this::registered);
    }

    private RegisteredClient registered(Program program) {
        return RegisteredClient.withId(program.clientId())
                .clientId(program.clientId())
                .clientIdIssuedAt(program.created())
                .clientName(program.name())
                .clientSecret(secretHash(program.customer(), program.clientId()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(program.redirectUris()))
                .scopes(scopes -> scopes.addAll(ApiScopes.ALL))
                .clientSettings(CLIENT)
                .tokenSettings(TOKENS)
                .build();
    }

    private String secretHash(CustomerId customer, String clientId) {
        return jdbc.sql("select secret_hash from program where customer_id = :customer and client_id = :client")
                .param("customer", customer.value())
                .param("client", clientId)
                .query(String.class)
                .single();
    }
}
