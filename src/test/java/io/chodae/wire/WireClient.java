package io.chodae.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;

/** Writes requests as they are to go over the wire. */
public final class WireClient {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final String token;

    /** @param token none: no header */
    public WireClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public WireClient with(String other) {
        return new WireClient(port, other);
    }

    /** What came back. */
    public record Got(HttpResponse<String> response) {

        public int code() {
            return response.statusCode();
        }

        public JsonNode json() {
            return Json.MAPPER.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Code, status and message of a refusal. */
        public String refusal() {
            JsonNode error = json().path("error");
            return error.path("code").asInt() + " " + error.path("status").asString() + " "
                    + error.path("message").asString();
        }
    }

    public Got get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Got post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Got post(String path, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = type;
        return send("POST", path, BodyPublishers.ofString(body), all);
    }

    /** As Java's client does: compressed, and so in chunks. */
    public Got postGzipped(String path, String type, byte[] body) {
        byte[] gzipped = gzip(body);
        return send(
                "POST",
                path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(gzipped)),
                "Content-Type",
                type,
                "Content-Encoding",
                "gzip");
    }

    public Got send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Got(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
