package io.chodae.web;

import static org.springframework.security.config.Customizer.withDefaults;

import io.chodae.identity.ProviderSetup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who may ask for what. The first chain that matches a request decides; an API brings a chain of its own, as the
 * management endpoints do.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    private final boolean https;
    private final SecurityHeaders pageHeaders;
    private final SecurityAnswers answers;

    SecurityChains(@Value("${chodae.public-url}") String publicUrl, RequestCache requests, SecurityAnswers answers) {
        this.https = publicUrl.startsWith("https:");
        this.pageHeaders = new SecurityHeaders(requests);
        this.answers = answers;
    }

    /** Files that are the same for everybody: no session, no token, and caches may keep them. */
    @Bean
    @Order(10)
    SecurityFilterChain files(HttpSecurity http) {
        return headers(http)
                .securityMatcher("/assets/**", "/icons/**", "/favicon.ico")
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** This directory as an OpenID provider. */
    @Bean
    @Order(20)
    SecurityFilterChain provider(HttpSecurity http, ProviderSetup setup) {
        headers(http)
                .oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    setup.customize(server);
                })
                .authorizeHttpRequests(requests -> requests.requestMatchers(setup.selfProven())
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(resources -> resources.jwt(withDefaults()))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(answers));
        return http.build();
    }

    /** Everything that a person opens in a browser. */
    @Bean
    @Order(90)
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityOperators operators,
            SecurityExternalSignIn external,
            SecurityProviderRequests providerRequests,
            CsrfTokenRepository csrfTokens,
            ObjectProvider<ClientRegistrationRepository> providers) {
        XorCsrfTokenRequestAttributeHandler eager = new XorCsrfTokenRequestAttributeHandler();
        // A long page may be on its way before its form asks for the token, and then the cookie would come too late.
        eager.setCsrfRequestAttributeName(null);
        headers(http)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/i/**", "/t/**", "/u/**", "/error", "/robots.txt")
                        .permitAll()
                        .requestMatchers(
                                "/sign-in", "/sign-up", "/forgot", "/reset/**", "/verify/**", "/setup/**", "/join/**")
                        .permitAll()
                        .requestMatchers("/mailbox/**", "/mailbox")
                        .permitAll()
                        .requestMatchers("/console/**", "/console")
                        .access(operators)
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(eager)
                        .ignoringRequestMatchers(new SecurityOneClick()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(answers))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(answers));
        if (providers.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .authorizedClientRepository(new SecurityNoClientTokens())
                    .authorizationEndpoint(endpoint -> endpoint.authorizationRequestRepository(providerRequests))
                    .successHandler(external)
                    .failureHandler(external));
        }
        return http.build();
    }

    private HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.addHeaderWriter(pageHeaders)
                .frameOptions(frames -> frames.disable())
                .httpStrictTransportSecurity(this::hsts));
    }

    /** Also where TLS ends at a proxy and the request itself came in the clear. */
    private void hsts(HeadersConfigurer<HttpSecurity>.HstsConfig config) {
        if (https) {
            config.requestMatcher(AnyRequestMatcher.INSTANCE)
                    .maxAgeInSeconds(31_536_000)
                    .includeSubDomains(false);
        } else {
            config.disable();
        }
    }
}
