package io.chodae.identity.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.security.SpringSessionBackedSessionRegistry;

/** What Spring Authorization Server works with. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(@Value("${chodae.public-url}") String publicUrl) {
        return AuthorizationServerSettings.builder()
                .issuer(publicUrl.replaceFirst("/+$", ""))
                .build();
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            JdbcOperations jdbc, RegisteredClientRepository clients, SpentTokens spent) {
        return new HashedAuthorizations(new JdbcOAuth2AuthorizationService(jdbc, clients), spent);
    }

    /** The newest key signs; those before it are only published. */
    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        NimbusJwtEncoder encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(fitting -> fitting.getFirst());
        return encoder;
    }

    /** So that {@code sid} and {@code auth_time} are the same on every node, and nothing gathers in memory. */
    @Bean
    <S extends Session> SessionRegistry sessionRegistry(FindByIndexNameSessionRepository<S> sessions) {
        return new SpringSessionBackedSessionRegistry<>(sessions);
    }
}
