package io.chodae.cloudidentity;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;

/** The servlet of the API, and what lets its requests come to it as they were sent. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    @Bean
    ServletRegistrationBean<WireServlet> cloudIdentity(AnswerCall calls, AnswerBatch batches, Discovery discovery) {
        ServletRegistrationBean<WireServlet> registration = new ServletRegistrationBean<>(
                new WireServlet(calls, batches, discovery),
                "/v1/*",
                "/v1beta1/*",
                "/batch",
                "/batch/*",
                "/$discovery/*");
        registration.setName(WireFirewall.SERVLET);
        return registration;
    }

    /**
     * A chain without filters: a call brings its token itself, in a header that no browser adds by itself, so there is
     * no session and nothing to forge; each part of a batch may bring another, so none stands for the request.
     */
    @Bean
    @Order(-10)
    SecurityFilterChain cloudIdentityChain() {
        return new DefaultSecurityFilterChain(WireFirewall::isOurs);
    }

    @Bean
    HttpFirewall firewall() {
        return new WireFirewall();
    }

    /** An address may have a slash before the @. Everywhere else the firewall refuses it, as Tomcat did. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInNames() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
