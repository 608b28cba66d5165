package io.chodae.platform;

import io.chodae.Chodae;
import io.chodae.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The server as {@code main} starts it, metrics and all, on a free port and a database of its own. */
record RunningServer(ConfigurableApplicationContext context, String databaseUrl) implements AutoCloseable {

    static RunningServer start(Path directory, String... arguments) {
        String url = TestDatabase.emptyUrl();
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--chodae.demo=false",
                "--spring.mail.host=127.0.0.1",
                "--chodae.mail.from=no-reply@chodae.example",
                "--chodae.data-dir=" + directory,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.username(),
                "--spring.datasource.password=" + TestDatabase.password(),
                "--spring.flyway.user=" + TestDatabase.owner(),
                "--spring.flyway.password=" + TestDatabase.password()));
        all.addAll(List.of(arguments));
        return new RunningServer(SpringApplication.run(Chodae.class, all.toArray(String[]::new)), url);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int managementPort() {
        return context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    /** Asks this port for a path; headers as name, value, name, value. */
    static HttpResponse<String> get(int port, String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), headers);
    }

    /** Posts JSON. */
    static HttpResponse<String> post(int port, String path, String json, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
