package io.chodae.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.testing.ChodaeTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever runs the server stops a publisher from its own machine, and nobody else does. */
@ChodaeTest
class PublishersEndpointTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Customers customers;

    @Test
    void stopsAPublisherAndLetsItGoOn() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        assertThat(post(publisher.externalId(), true, "X-None", "").body()).contains("\"suspended\":true");
        assertThat(customers.isSuspended(publisher.id())).isTrue();
        assertThat(post(publisher.externalId(), false, "X-None", "").statusCode())
                .isEqualTo(200);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    @Test
    void anUnknownPublisherIsNotFound() throws Exception {
        assertThat(post("C99999999", true, "X-None", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesThroughAProxyIsRefused() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        assertThat(post(publisher.externalId(), true, "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(403);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    @Test
    void aFormOfAStrangersPageIsRefused() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        HttpRequest form = HttpRequest.newBuilder(address(publisher.externalId()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("suspended=true"))
                .build();
        assertThat(send(form).statusCode()).isEqualTo(415);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    private HttpResponse<String> post(String publisher, boolean suspended, String header, String value)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(publisher))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"suspended\": " + suspended + "}"))
                .build());
    }

    private URI address(String publisher) {
        return URI.create("http://127.0.0.1:" + port + "/actuator/publishers/" + publisher);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
