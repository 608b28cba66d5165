package io.chodae.cloudidentity;

import io.chodae.wire.ApiDescription;
import io.chodae.wire.Discovery;
import io.chodae.wire.Envelope;
import io.chodae.wire.WireServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlet of the API. */
@Configuration(proxyBeanMethods = false)
class CloudIdentityConfiguration {

    @Bean
    ServletRegistrationBean<WireServlet> cloudIdentity(CloudIdentityCalls calls) {
        return WireServlet.at(
                "cloudidentity",
                calls,
                Envelope.STATUS,
                "/v1/*",
                "/v1beta1/*",
                "/batch",
                "/batch/*",
                Discovery.PATTERN);
    }

    @Bean
    ApiDescription v1() {
        return new ApiDescription("v1", "cloudidentity/discovery.json");
    }

    @Bean
    ApiDescription v1beta1() {
        return new ApiDescription("v1beta1", "cloudidentity/discovery.json");
    }
}
