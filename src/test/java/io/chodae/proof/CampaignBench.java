package io.chodae.proof;

import io.chodae.proof.CampaignRound.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Campaigns from the file to the last mail: the packaged server on a fresh data directory, an operator at its console
 * by HTTP, and Postfix's {@code smtp-sink} as the relay; beside each, in the same run, what {@code smtp-source} reaches.
 * The first campaign finds the server just started, the others find it warm. Run by {@code bench/campaign.sh}.
 */
final class CampaignBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 10_000);
    private static final int SESSIONS = Integer.getInteger("bench.sessions", 8);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String ROSTER = System.getProperty("bench.roster", "");
    private static final String JAVA = Objects.requireNonNullElse(System.getenv("BENCH_JAVA"), "-Xmx256m");
    private static final Path DIRECTORY = Path.of("target", "bench-campaign").toAbsolutePath();

    /** Of one invitation in Korean as it goes over the wire. */
    private static final int MAIL_SIZE = 9_000;

    private CampaignBench() {}

    public static void main(String[] args) throws Exception {
        if (!SmtpSink.isInstalled()) {
            say("smtp-sink is missing: it is part of Debian's package postfix");
            System.exit(1);
        }
        FileSystemUtils.deleteRecursively(DIRECTORY);
        Files.createDirectories(DIRECTORY);
        try (SmtpSink sink = SmtpSink.start()) {
            measure(rosters(), sink);
        }
        System.exit(0);
    }

    /** With a list that was given, one of made-up people goes before it, to warm the server up. */
    private static List<Path> rosters() throws IOException {
        List<Path> rosters = new ArrayList<>();
        for (int round = 0; round < (ROSTER.isEmpty() ? ROUNDS : 1); round++) {
            rosters.add(PeopleFile.write(
                    DIRECTORY.resolve("people-" + round + ".xlsx"), 1 + round * PEOPLE, (round + 1) * PEOPLE));
        }
        if (!ROSTER.isEmpty()) {
            rosters.add(Path.of(ROSTER));
        }
        return rosters;
    }

    private static void measure(List<Path> rosters, SmtpSink sink) throws Exception {
        long begin = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(
                command(),
                List.of(
                        "--chodae.data-dir=" + DIRECTORY.resolve("data"),
                        "--chodae.mail.from=no-reply@chodae.example",
                        "--chodae.mail.sessions=" + SESSIONS,
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + sink.port()))) {
            server.awaitReady();
            say("start to ready on a new data directory: %.1f s; %d sessions, java %s"
                    .formatted((System.nanoTime() - begin) / 1e9, SESSIONS, JAVA));
            try {
                campaigns(rosters, sink, server);
            } catch (RuntimeException e) {
                throw server.failed(e);
            }
        }
    }

    private static void campaigns(List<Path> rosters, SmtpSink sink, ServerProcess server) throws Exception {
        Path home = DIRECTORY.resolve("data/postgres");
        List<String> postmaster = Files.readAllLines(home.resolve("data/postmaster.pid"));
        JdbcClient jdbc = database(home, postmaster.get(3).strip());
        Operator operator = new Operator(server);
        operator.setUp(server.setUpPath(), DIRECTORY);
        head();
        double before = sink.ceiling(SESSIONS, MAIL_SIZE);
        for (Path roster : rosters) {
            Result result = new CampaignRound(
                            operator,
                            jdbc,
                            server.pid(),
                            Long.parseLong(postmaster.getFirst().strip()))
                    .run(roster);
            double after = sink.ceiling(SESSIONS, MAIL_SIZE);
            row(result, (before + after) / 2);
            before = after;
        }
    }

    private static List<String> command() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path jar = files.filter(file -> file.getFileName().toString().matches("chodae-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("run mvn -q -DskipTests package first"));
            List<String> command = new ArrayList<>(List.of(JAVA.split(" ")));
            command.addAll(List.of("-jar", jar.toString()));
            return command;
        }
    }

    /** The server's own PostgreSQL, found by the files that it keeps. */
    private static JdbcClient database(Path home, String port) throws IOException, SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/chodae");
        source.setUser("chodae");
        source.setPassword(Files.readString(home.resolve("password")).strip());
        return JdbcClient.create(new SingleConnectionDataSource(source.getConnection(), true));
    }

    private static void head() {
        say("| rows / good ones | file chosen → checked list | → preview seen | press of send → answer"
                + " | → invitations written | → last mail accepted | of smtp-source's"
                + " | CPU s per 1,000, server / PostgreSQL | peak MB, server / PostgreSQL |");
        say("|---|---|---|---|---|---|---|---|---|");
    }

    private static void row(Result it, double ceiling) {
        double perThousand = 1000.0 / it.people();
        double rate = it.people() / it.sent();
        say(
                "| %,d / %,d | %.2f s, %,.0f/s | %.2f s | %.2f s | %.2f s, %,.0f/s | %.2f s, %,.0f/s | %.0f %% of %,.0f/s | %.2f / %.2f | %d / %d |"
                        .formatted(
                                it.rows(),
                                it.people(),
                                it.checked(),
                                it.rows() / it.checked(),
                                it.previewed(),
                                it.answered(),
                                it.written(),
                                it.people() / it.written(),
                                it.sent(),
                                rate,
                                rate / ceiling * 100,
                                ceiling,
                                it.cpu() * perThousand,
                                it.postgresCpu() * perThousand,
                                it.peak(),
                                it.postgresPeak()));
    }

    private static void say(String line) {
        System.out.println("bench: " + line);
    }
}
