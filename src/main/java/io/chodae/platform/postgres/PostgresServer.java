package io.chodae.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server of one cluster. It is started in a session of its own: Ctrl-C reaches the application alone. */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String NO_LIMIT = Long.toString(Duration.ofDays(7).toSeconds());
    private static final int ATTEMPTS = 30;

    private final Cluster cluster;
    private final PostgresPrograms programs;
    private final Path logDirectory;
    private int port;

    PostgresServer(Cluster cluster, PostgresPrograms programs, Path logDirectory) {
        this.cluster = cluster;
        this.programs = programs;
        this.logDirectory = logDirectory;
    }

    int port() {
        return port;
    }

    /** The directory's lock is held by the caller, so a server found running is an orphan. */
    void start(Durability durability) {
        Postmaster.running(cluster.directory()).ifPresent(pid -> {
            log.info("Stopping the PostgreSQL (process {}) that a killed server left behind.", pid);
            stop();
        });
        Postmaster.forget(cluster.directory());
        Optional<String> failure = tryStart(durability);
        for (int attempt = 1; failure.isPresent(); attempt++) {
            if (attempt == ATTEMPTS || !mayPass(failure.get())) {
                throw refusal(failure.get());
            }
            pause();
            failure = tryStart(durability);
        }
    }

    /** Empty when it has started, otherwise what the server wrote. */
    private Optional<String> tryStart(Durability durability) {
        Path startLog = emptyStartLog();
        port = freePort();
        cluster.configure(port, logDirectory, durability);
        PostgresPrograms.Result result = programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=" + NO_LIMIT,
                        "--pgdata=" + cluster.directory(),
                        "--log=" + startLog),
                () -> log.info("PostgreSQL is still recovering {}; it takes the time it needs.", cluster.directory()));
        return result.succeeded() ? Optional.empty() : Optional.of(result.output() + read(startLog));
    }

    /** Another program took the port first, or processes of a killed server have not all ended yet. */
    private static boolean mayPass(String failure) {
        return failure.contains("Address already in use") || failure.contains("shared memory block");
    }

    /** Fast shutdown: open transactions are rolled back, everything committed is written to its place. */
    void stop() {
        if (Postmaster.running(cluster.directory()).isEmpty()) {
            return;
        }
        PostgresPrograms.Result result = programs.run(
                "pg_ctl",
                List.of("stop", "--mode=fast", "--wait", "--timeout=" + NO_LIMIT, "--pgdata=" + cluster.directory()),
                () -> log.info("PostgreSQL is still writing to {} before it stops.", cluster.directory()));
        if (!result.succeeded() && Postmaster.running(cluster.directory()).isPresent()) {
            throw new PostgresRefused("PostgreSQL on " + cluster.directory() + " could not be stopped: "
                    + result.output().strip());
        }
    }

    private PostgresRefused refusal(String failure) {
        List<String> lines = failure.strip().lines().toList();
        String reason = lines.stream()
                .filter(line -> line.contains("FATAL"))
                .reduce((first, second) -> second)
                .orElse(lines.getLast());
        return new PostgresRefused("The embedded PostgreSQL did not start (" + reason.strip() + "): see the files in "
                + logDirectory + ".");
    }

    private Path emptyStartLog() {
        try {
            Files.createDirectories(logDirectory);
            return Files.writeString(logDirectory.resolve("start.log"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
