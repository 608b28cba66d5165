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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever runs the server stops a publisher from its own machine, with the key that lies there, and nobody else does. */
@ChodaeTest
class PublishersEndpointTest {

    @LocalServerPort
    private int port;

    @Value("${chodae.data-dir}")
    private String dataDirectory;

    @Autowired
    private Customers customers;

    @Test
    void stopsAPublisherAndLetsItGoOn() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        assertThat(post(publisher.externalId(), true, key(), "X-None", "").body())
                .contains("\"suspended\":true");
        assertThat(customers.isSuspended(publisher.id())).isTrue();
        assertThat(post(publisher.externalId(), false, key(), "X-None", "").statusCode())
                .isEqualTo(200);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    /** So also looks what comes through a proxy on this machine that says nothing about it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer AAAA", "Basic YTpi"})
    void withoutTheKeyThisMachineIsRefusedToo(String authorization) throws Exception {
        Customer publisher = customers.create("한빛호텔");
        HttpRequest.Builder request = HttpRequest.newBuilder(address(publisher.externalId()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"suspended\": true}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        assertThat(send(request.build()).statusCode()).isEqualTo(403);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    @Test
    void howAPublisherStandsIsReadWithoutIt() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        HttpResponse<String> read =
                send(HttpRequest.newBuilder(address(publisher.externalId())).build());
        assertThat(read.body()).contains("\"suspended\":false");
    }

    @Test
    void theKeyIsForItsOwnerAloneAndIsMadeAnewWhereItIsGone() throws Exception {
        String before = key();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        Files.delete(file());
        assertThat(post("C99999999", true, before, "X-None", "").statusCode()).isEqualTo(403);
        assertThat(key()).isNotEqualTo(before);
        assertThat(post("C99999999", true, key(), "X-None", "").statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownPublisherIsNotFound() throws Exception {
        assertThat(post("C99999999", true, key(), "X-None", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesThroughAProxyIsRefused() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        assertThat(post(publisher.externalId(), true, key(), "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(403);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    @Test
    void aFormOfAStrangersPageIsRefused() throws Exception {
        Customer publisher = customers.create("한빛호텔");
        HttpRequest form = HttpRequest.newBuilder(address(publisher.externalId()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Bearer " + key())
                .POST(BodyPublishers.ofString("suspended=true"))
                .build();
        assertThat(send(form).statusCode()).isEqualTo(415);
        assertThat(customers.isSuspended(publisher.id())).isFalse();
    }

    private HttpResponse<String> post(String publisher, boolean suspended, String key, String header, String value)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(publisher))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"suspended\": " + suspended + "}"))
                .build());
    }

    private String key() throws IOException {
        return Files.readString(file());
    }

    private Path file() {
        return Path.of(dataDirectory, "management.key");
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
