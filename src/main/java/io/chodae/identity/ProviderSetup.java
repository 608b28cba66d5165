package io.chodae.identity;

import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How the endpoints of the OpenID provider decide, for the chain that serves them. No {@code Customizer}: Spring Security
 * gives every bean of that type to every chain, which would make each of them a provider.
 */
public interface ProviderSetup {

    /** Says it to the configurer of the one chain. */
    void customize(OAuth2AuthorizationServerConfigurer server);

    /** Requests for a token that are their own proof, and so come without a client's (RFC 7521, 4.1). */
    RequestMatcher selfProven();

    /** The page for a person who may not use a client; {@link #CONTINUE} carries the whole request for a sign-in. */
    String REFUSED_PAGE = "/play/refused";

    String CONTINUE = "continue";
}
