package io.chodae.cloudidentity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.chodae.Chodae;
import io.chodae.capture.Captures;
import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.identity.TestServiceAccounts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A thousand sends as one batch, beside a thousand calls over eight connections, in turns. See {@code bench/batch.sh}. */
final class BatchBench {

    private static final int SENDS = 1_000;
    private static final int CONNECTIONS = 8;

    private final Wired hotel;
    private final HttpClient[] clients = new HttpClient[CONNECTIONS];
    private int next;

    private BatchBench(Wired hotel) {
        this.hotel = hotel;
        for (int i = 0; i < CONNECTIONS; i++) {
            clients[i] =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        int rounds = Integer.getInteger("bench.rounds", 6);
        Path directory = Path.of("target", "bench-batch");
        FileSystemUtils.deleteRecursively(directory);
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(
                        Chodae.class, Captures.class, TestServiceAccounts.class, Wires.class)
                .run(
                        "--chodae.data-dir=" + directory,
                        "--server.port=0",
                        "--chodae.demo=false",
                        "--chodae.timers.enabled=false",
                        "--chodae.capture.at-once=100000",
                        "--logging.level.root=warn",
                        "--logging.level.io.chodae.requests=warn")) {
            BatchBench bench = new BatchBench(server.getBean(Wires.class).organisation(2 * SENDS * rounds));
            for (int round = 1; round <= rounds; round++) {
                double batch = bench.batch();
                double single = bench.single();
                System.out.printf(
                        "bench: round %d: batch %.0f ms, single calls %.0f ms: %.1f times%n",
                        round, batch, single, single / batch);
            }
        }
    }

    private double batch() throws IOException, InterruptedException {
        StringBuilder parts = new StringBuilder();
        for (String path : paths()) {
            parts.append("--b\r\nContent-Type: application/http\r\n\r\nPOST ")
                    .append(path)
                    .append(" HTTP/1.1\r\n\r\n\r\n");
        }
        parts.append("--b--");
        long start = System.nanoTime();
        HttpResponse<String> answer = clients[0].send(
                request("/batch")
                        .header("Content-Type", "multipart/mixed; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(parts.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        double millis = (System.nanoTime() - start) / 1e6;
        long sent = answer.body().split("HTTP/1.1 200", -1).length - 1L;
        if (sent != SENDS) {
            throw new IllegalStateException(sent + " of a batch were sent: " + answer.statusCode());
        }
        return millis;
    }

    private double single() throws InterruptedException, ExecutionException {
        List<String> paths = paths();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> done = new ArrayList<>();
            int share = SENDS / CONNECTIONS;
            for (int i = 0; i < CONNECTIONS; i++) {
                HttpClient client = clients[i];
                List<String> own = paths.subList(i * share, (i + 1) * share);
                done.add(threads.submit(() -> {
                    for (String path : own) {
                        HttpResponse<String> answer = client.send(
                                request(path)
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() != 200) {
                            throw new IllegalStateException(answer.body());
                        }
                    }
                    return own.size();
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(SENDS);
        for (int i = 0; i < SENDS; i++) {
            paths.add(hotel.path("p%07d@%s:send".formatted(++next, hotel.domain())));
        }
        return paths;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hotel.port() + path))
                .header("Authorization", "Bearer " + hotel.token());
    }
}
