package io.chodae.wire;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;

/** What lets the requests of the APIs come to their servlets as they were sent. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    /**
     * A chain without filters: a call brings its token itself, in a header that no browser adds by itself, so there is
     * no session and nothing to forge; each part of a batch may bring another, so none stands for the request.
     */
    @Bean
    @Order(-10)
    SecurityFilterChain wireChain() {
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
