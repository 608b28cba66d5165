package io.chodae.mail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chodae.platform.postgres.Durability;
import io.chodae.platform.postgres.EmbeddedPostgres;
import io.chodae.suppression.ReturnOffice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How many mails go from the outbox to a relay in a second: the real outbox, pump and sessions, a PostgreSQL that
 * syncs every commit, and Postfix's {@code smtp-sink}, next to what Postfix's own {@code smtp-source} reaches in the
 * same run. Run by {@code bench/mails.sh}.
 */
final class OutboxBench {

    private static final Path SINK = Path.of("/usr/sbin/smtp-sink");
    private static final int MAILS = Integer.getInteger("bench.mails", 20_000);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 8);
    private static final int CHUNK = 1_000;

    /** Empty for mails that all have the same sender in the envelope. */
    private static final String RETURN_DOMAIN = System.getProperty("bench.return-domain", "");

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private OutboxBench() {}

    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        new OutboxBench().measure();
        System.exit(0);
    }

    private void measure() throws Exception {
        if (!Files.isExecutable(SINK)) {
            say(SINK + " is missing: it is part of Debian's package postfix");
            return;
        }
        int port = freePort();
        Process sink = "root".equals(System.getProperty("user.name"))
                ? start(SINK.toString(), "-u", "nobody", "127.0.0.1:" + port, "1000")
                : start(SINK.toString(), "127.0.0.1:" + port, "1000");
        try {
            awaitListening(port);
            for (int round = 1; round <= 3; round++) {
                say("smtp-source, kept sessions: %.0f mails/s".formatted(ceiling(port)));
                ours(port);
            }
        } finally {
            sink.destroy();
            sink.waitFor();
        }
    }

    private double ceiling(int port) throws Exception {
        long begin = System.nanoTime();
        Process source = start(
                "/usr/sbin/smtp-source",
                "-d",
                "-s",
                String.valueOf(SESSIONS),
                "-m",
                String.valueOf(MAILS),
                "-l",
                "3500",
                "-f",
                "a@chodae.example",
                "-t",
                "b@chodae.example",
                "127.0.0.1:" + port);
        if (source.waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed");
        }
        return MAILS / seconds(begin);
    }

    private void ours(int port) throws Exception {
        Path directory = Path.of("target", "bench-postgres");
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.startIfFree(directory, Durability.DURABLE).orElseThrow()) {
            try (HikariDataSource database = database(postgres)) {
                migrate(postgres);
                try (PostOffice office = ReturnOffice.open(database, Clock.systemUTC(), port, RETURN_DOMAIN)) {
                    office.jdbc.sql("delete from mail").update();
                    MailPump pump = office.pump(SESSIONS);
                    long cpu = machine.getProcessCpuTime();
                    long begin = System.nanoTime();
                    MailDelivery delivery = office.delivery(pump);
                    for (int from = 1; from <= MAILS; from += CHUNK) {
                        office.enqueue(from, from + CHUNK - 1);
                    }
                    double enqueued = seconds(begin);
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(5))
                            .pollInterval(Duration.ofMillis(50))
                            .until(() -> office.counts().sent() == MAILS);
                    double all = seconds(begin);
                    say(("outbox to sink: %.0f mails/s (%,d in %.2f s, the last enqueued after %.2f s),"
                                    + " %.2f CPU s per 1,000 in this process")
                            .formatted(
                                    MAILS / all,
                                    MAILS,
                                    all,
                                    enqueued,
                                    (machine.getProcessCpuTime() - cpu) / 1e9 / MAILS * 1000));
                    delivery.stop();
                }
            }
        }
    }

    /** As the tables' owner, who alone may make any. */
    private static void migrate(EmbeddedPostgres postgres) {
        DriverManagerDataSource owner =
                new DriverManagerDataSource(postgres.jdbcUrl(), postgres.owner(), postgres.password());
        Flyway.configure().dataSource(owner).load().migrate();
        JdbcClient.create(owner)
                .sql("select grant_to_application(:role)")
                .param("role", postgres.username())
                .query((row, number) -> number)
                .list();
    }

    private static HikariDataSource database(EmbeddedPostgres postgres) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(postgres.username());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(16);
        return new HikariDataSource(config);
    }

    private static Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitListening(int port) {
        Awaitility.await().ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String line) {
        System.out.println("bench: " + line);
    }
}
