package io.chodae.scim;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** The servlet of SCIM, and the chain in front of it. */
@Configuration(proxyBeanMethods = false)
class ScimConfiguration {

    private static final String SERVLET = "scim";

    @Bean
    ServletRegistrationBean<ScimServlet> scim(AnswerScim calls) {
        ServletRegistrationBean<ScimServlet> registration =
                new ServletRegistrationBean<>(new ScimServlet(calls), "/scim/*");
        registration.setName(SERVLET);
        return registration;
    }

    /**
     * A chain without filters: a call brings its token itself, in a header that no browser adds by itself, so there is
     * no session and nothing to forge.
     */
    @Bean
    @Order(-9)
    SecurityFilterChain scimChain() {
        return new DefaultSecurityFilterChain(
                request -> SERVLET.equals(request.getHttpServletMapping().getServletName()));
    }
}
