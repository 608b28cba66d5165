package io.chodae.identity.provider;

import io.chodae.identity.ClientMembers;
import io.chodae.identity.ClientSecrets;
import io.chodae.identity.PendingConsents;
import io.chodae.identity.ProviderSetup;
import io.chodae.shared.AccountId;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Puts our rules where Spring Authorization Server leaves room for them. */
@Component
class EndpointSetup implements ProviderSetup {

    private static final String JWT_BEARER = AuthorizationGrantType.JWT_BEARER.getValue();

    private final ClientMembers members;
    private final AcceptAssertion accept;
    private final GiveConsent give;

    EndpointSetup(ClientMembers members, AcceptAssertion accept, GiveConsent give) {
        this.members = members;
        this.accept = accept;
        this.give = give;
    }

    @Override
    public void customize(OAuth2AuthorizationServerConfigurer server) {
        server.clientAuthentication(clients -> clients.authenticationProviders(EndpointSetup::quickSecrets))
                .authorizationEndpoint(endpoint ->
                        endpoint.consentPage(PendingConsents.PAGE).authenticationProviders(this::onlyWhoMay))
                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverter(new JwtBearerConverter())
                        .authenticationProvider(new JwtBearerProvider(accept)))
                .authorizationServerMetadataEndpoint(metadata ->
                        metadata.authorizationServerMetadataCustomizer(about -> about.grantType(JWT_BEARER)))
                .oidc(oidc -> oidc.providerConfigurationEndpoint(metadata ->
                                metadata.providerConfigurationCustomizer(about -> about.grantType(JWT_BEARER)))
                        .userInfoEndpoint(userInfo -> userInfo.userInfoMapper(this::userInfo)));
    }

    @Override
    public RequestMatcher selfProven() {
        return new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher("/oauth2/token"), JwtBearerConverter::isOne);
    }

    private static void quickSecrets(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new ClientSecrets());
            }
        }
    }

    private void onlyWhoMay(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(new AuthorizeRules(members));
            }
            if (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider consents) {
                consents.setAuthorizationConsentCustomizer(new ConsentRules(give));
            }
        }
    }

    private OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context) {
        var authorization = context.getAuthorization();
        return members.claims(
                        authorization.getRegisteredClientId(),
                        new AccountId(Long.parseLong(authorization.getPrincipalName())),
                        context.getAccessToken().getScopes())
                .map(OidcUserInfo::new)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_TOKEN));
    }
}
