package io.chodae.cloudidentity;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import io.chodae.Chodae;
import io.chodae.capture.Captures;
import io.chodae.cloudidentity.Wires.Wired;
import io.chodae.identity.TestServiceAccounts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** isInvitableUser beside a "hello" of the JDK's server, in turns. Run by {@code bench/invitable.sh}. */
final class InvitableBench {

    private static final int PEOPLE = 100_000;

    private InvitableBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Path directory = Path.of("target", "bench-invitable");
        FileSystemUtils.deleteRecursively(directory);
        HttpServer hello = hello();
        try (ConfigurableApplicationContext server = new SpringApplicationBuilder(
                        Chodae.class, Captures.class, TestServiceAccounts.class, Wires.class)
                .run(
                        "--chodae.data-dir=" + directory,
                        "--server.port=0",
                        "--chodae.demo=false",
                        "--chodae.timers.enabled=false",
                        "--chodae.capture.at-once=" + PEOPLE,
                        "--logging.level.root=warn",
                        "--logging.level.io.chodae.requests=" + System.getProperty("bench.log", "warn"))) {
            Wired hotel = server.getBean(Wires.class).organisation(PEOPLE);
            String path = hotel.path("p0050000@" + hotel.domain() + ":isInvitableUser?prettyPrint=false");
            int rounds = Integer.getInteger("bench.rounds", 3);
            for (int round = 1; round <= rounds; round++) {
                long bare = Load.rate(hello.getAddress().getPort(), "/hello", "");
                long calls = Load.rate(hotel.port(), path, hotel.token());
                report(round, bare, calls);
            }
        } finally {
            hello.stop(0);
        }
    }

    private static void report(int round, long bare, long calls) {
        System.out.printf(
                "bench: round %d: hello %,d/s, isInvitableUser %,d/s: %d %%%n", round, bare, calls, calls * 100 / bare);
    }

    private static HttpServer hello() throws IOException {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hello", exchange -> {
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The other side, in a process of its own. */
    static final class Load {

        private static final int CONNECTIONS = 32;

        private Load() {}

        static long rate(int port, String path, String token) throws IOException, InterruptedException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx128m",
                            "-Dbench.seconds=" + System.getProperty("bench.seconds", "10"),
                            "-Dbench.connections=" + CONNECTIONS,
                            "-cp",
                            System.getProperty("java.class.path"),
                            LoadDriver.class.getName(),
                            String.valueOf(port),
                            path,
                            token))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String rate = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return Long.parseLong(rate);
        }
    }
}
