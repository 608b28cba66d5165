package io.chodae.identity;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;

/** How the endpoints of the OpenID provider decide, for the chain that serves them. */
public interface ProviderSetup extends Customizer<OAuth2AuthorizationServerConfigurer> {

    /** The page for a person who may not use a client; {@link #CONTINUE} carries the whole request for a sign-in. */
    String REFUSED_PAGE = "/play/refused";

    String CONTINUE = "continue";
}
