package io.chodae.scim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes requests as they are to go over the wire. */
final class ScimClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String token;

    /** @param token none: no header */
    ScimClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    ScimClient with(String other) {
        return new ScimClient(port, other);
    }

    /** What came back. */
    record Got(HttpResponse<String> response) {

        int code() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return Json.MAPPER.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** @param path below {@code /scim/v2}, encoded */
    Got get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Got find(String filter) {
        return get("/Users?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
    }

    Got post(String path, String json) {
        return send("POST", path, json);
    }

    Got send(String method, String path, String json) {
        return send(
                method,
                path,
                json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json),
                Map.of("Content-Type", "application/scim+json"));
    }

    Got send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/scim/v2" + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            return new Got(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
