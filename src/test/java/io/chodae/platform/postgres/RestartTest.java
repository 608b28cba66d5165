package io.chodae.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the next start finds. */
class RestartTest {

    @TempDir
    Path directory;

    private Path home = Path.of("");

    @BeforeEach
    void makeHome() throws IOException {
        home = TestDirectories.home(directory);
    }

    @Test
    void aGracefulStopKeepsTheDataAndLeavesNoProcess() {
        try (EmbeddedPostgres first = start()) {
            JdbcClient.create(first.superuser("chodae"))
                    .sql("create table kept as select 42 as value")
                    .update();
        }
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
        try (EmbeddedPostgres second = start()) {
            assertThat(JdbcClient.create(second.superuser("chodae"))
                            .sql("select value from kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void itsDirectoryMayHaveANameOfAnyLanguage() throws IOException {
        home = TestDirectories.home(directory.resolve("초대 it's here"));
        start().close();
        try (EmbeddedPostgres postgres = start()) {
            sql(postgres, "select 1");
        }
    }

    @Test
    void aDirectoryNameThatAShellWouldReadIsRefused() {
        home = directory.resolve("$HOME");
        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresRefused.class)
                .hasMessage(
                        "The name of the data directory " + home + " has one of the characters \" $ ` \\ in it, which"
                                + " PostgreSQL does not take: set chodae.data-dir to another directory.");
    }

    @Test
    void whereRootMayOpenNoUserNamespaceItSaysWhatToDo() throws Exception {
        String closed = "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"";
        Process process = new ProcessBuilder(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "sh",
                        "-c",
                        closed,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommittingServer.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isNotZero();
        assertThat(output)
                .contains("PostgreSQL refuses to run as root, and this machine lets no program open a user namespace"
                        + " (unshare --user failed): start Chodae as an ordinary user that owns the data directory, or"
                        + " set spring.datasource.url to a PostgreSQL of your own.");
    }

    @Test
    void anInterruptedFirstStartIsDoneAgain() throws IOException {
        Files.createDirectories(home.resolve("initializing/base"));
        try (EmbeddedPostgres postgres = start()) {
            sql(postgres, "select 1");
        }
        assertThat(home.resolve("initializing")).doesNotExist();
    }

    @Test
    void anUnrelatedProcessWithTheNumberOfTheOldServerIsLeftAlone() throws IOException {
        start().close();
        long own = ProcessHandle.current().pid();
        Files.write(
                home.resolve("data/postmaster.pid"),
                List.of(Long.toString(own), home.resolve("data").toString(), "0", "1", "", "127.0.0.1", "", "ready"));
        try (EmbeddedPostgres postgres = start()) {
            sql(postgres, "select 1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedAndKept() throws IOException {
        start().close();
        Path version = home.resolve("data/PG_VERSION");
        Files.writeString(version, "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresRefused.class)
                .hasMessage("The database in " + home.resolve("data") + " was made by PostgreSQL 17, and this Chodae"
                        + " brings PostgreSQL 18: start it with the Chodae that made it and move the data over with"
                        + " pg_dump, or set chodae.data-dir to a new directory.");
        Files.writeString(version, "18\n");
        start().close();
    }

    @Test
    void aLostPasswordIsToldAndNothingIsMadeAnew() throws IOException {
        start().close();
        Path password = home.resolve("password");
        Files.delete(password);
        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresRefused.class)
                .hasMessage("The file " + password + " with the password of the database beside it is gone: bring it"
                        + " back from a backup.");
        assertThat(password).doesNotExist();
    }

    @Test
    void aDamagedClusterIsToldWithTheServersOwnReason() throws IOException {
        start().close();
        Files.delete(home.resolve("data/global/pg_control"));
        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresRefused.class)
                .hasMessageStartingWith("The embedded PostgreSQL did not start (")
                .hasMessageContaining("pg_control")
                .hasMessageEndingWith("see the files in " + home.resolve("log") + ".");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, Durability.NONE); // a proper stop keeps the data of either
    }

    private static void sql(EmbeddedPostgres postgres, String sql) {
        JdbcClient.create(postgres.superuser("chodae"))
                .sql(sql)
                .query((row, number) -> number)
                .list();
    }
}
