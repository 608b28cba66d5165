package io.chodae.directoryapi;

import io.chodae.wire.ApiDescription;
import io.chodae.wire.Envelope;
import io.chodae.wire.WireServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlet of the API. */
@Configuration(proxyBeanMethods = false)
class DirectoryApiConfiguration {

    @Bean
    ServletRegistrationBean<WireServlet> directoryApi(DirectoryCalls calls) {
        return WireServlet.at("directoryapi", calls, Envelope.ERRORS, "/admin/directory/v1/*", DirectoryCalls.BATCH);
    }

    @Bean
    ApiDescription directoryV1() {
        return new ApiDescription("directory_v1", "directoryapi/discovery.json");
    }
}
