package io.chodae.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server process killed by SIGKILL in the midst of its commits: each row that it called committed is there. */
@Timeout(120)
class KilledServerTest {

    private static final String SAYS = "committed ";

    @TempDir
    Path directory;

    private Path home = Path.of("");
    private Optional<Process> server = Optional.empty();

    @BeforeEach
    void makeHome() throws IOException {
        home = TestDirectories.home(directory);
    }

    @AfterEach
    void leaveNothingBehind() {
        server.ifPresent(Process::destroyForcibly);
        Postmaster.running(home.resolve("data")).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void itsOrphanedDatabaseIsStoppedAndStartedAgain() throws Exception {
        int last = killAfterCommits(300);
        long orphan = Postmaster.running(home.resolve("data")).orElseThrow();
        assertEveryRowIsThere(last);
        // where nobody has collected its exit yet, its number remains, but no command
        assertThat(ProcessHandle.of(orphan).flatMap(process -> process.info().commandLine()))
                .isEmpty();
    }

    @Test
    void itsDatabaseWasKilledToo() throws Exception {
        int last = killAfterCommits(300);
        long orphan = Postmaster.running(home.resolve("data")).orElseThrow();
        ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
        assertEveryRowIsThere(last);
    }

    @Test
    void whileItLivesNobodyElseGetsItsDirectory() throws Exception {
        Process process = launch();
        try (BufferedReader output = process.inputReader()) {
            awaitCommits(output, 1);
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Durability.DURABLE))
                    .isInstanceOf(PostgresRefused.class)
                    .hasMessageStartingWith("Another Chodae server is running on the data directory " + home);
            awaitCommits(output, 10);
        }
    }

    private int killAfterCommits(int commits) throws Exception {
        Process process = launch();
        try (BufferedReader output = process.inputReader()) {
            awaitCommits(output, commits);
            process.toHandle().destroyForcibly(); // the process itself would close its output
            process.waitFor();
            return output.lines()
                    .filter(line -> line.startsWith(SAYS))
                    .mapToInt(line -> Integer.parseInt(line.substring(SAYS.length())))
                    .max()
                    .orElse(commits);
        }
    }

    private Process launch() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommittingServer.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        server = Optional.of(process);
        return process;
    }

    private static void awaitCommits(BufferedReader output, int commits) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(SAYS + commits)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the server ended early: " + seen);
    }

    private void assertEveryRowIsThere(int last) {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Durability.DURABLE)) {
            List<Integer> rows = JdbcClient.create(postgres.superuser("chodae"))
                    .sql("select number from committed order by number")
                    .query((row, number) -> row.getInt("number"))
                    .list();
            assertThat(rows)
                    .containsAll(IntStream.rangeClosed(1, last).boxed().toList())
                    .hasSizeBetween(last, last + 1); // the last may have been committed but not said
        }
    }
}
