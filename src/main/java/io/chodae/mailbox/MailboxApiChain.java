package io.chodae.mailbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The API is for programs on this machine: no session, no form token. A browser asks before it sends a DELETE. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnlyInTheDemo.class)
class MailboxApiChain {

    @Bean
    @Order(40)
    SecurityFilterChain mailboxApi(HttpSecurity http) {
        return http.securityMatcher("/mailbox/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
