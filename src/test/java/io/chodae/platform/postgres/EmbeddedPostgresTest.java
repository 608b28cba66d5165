package io.chodae.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server as people's data rests in it. */
class EmbeddedPostgresTest {

    @TempDir
    static Path directory;

    static Path home;
    static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        home = TestDirectories.home(directory);
        postgres = EmbeddedPostgres.start(home, Durability.DURABLE);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvFileSource(resources = "/platform/durable-settings.csv", numLinesToSkip = 1)
    void itsSettingsAreDurableAndClosed(String setting, String expected, String why) {
        String found = superuser()
                .sql("select setting from pg_settings where name = :name")
                .param("name", setting)
                .query(String.class)
                .single();
        assertThat(found).as(why).isEqualTo(expected);
    }

    @Test
    void noSettingComesFromTheCommandLine() {
        assertThat(superuser()
                        .sql("select name from pg_settings where source = 'command line' and name <> 'data_directory'"
                                + " and name <> 'config_file'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void everyDoorAsksForThePassword() {
        assertThat(superuser()
                        .sql("select distinct auth_method from pg_hba_file_rules")
                        .query(String.class)
                        .list())
                .containsExactly("scram-sha-256");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), "postgres", "guess"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void itsOwnerAloneReadsThePasswordAndTheFiles() throws IOException {
        assertThat(permissions("password")).isEqualTo("rw-------");
        assertThat(permissions("data")).isEqualTo("rwx------");
        assertThat(permissions(".")).isEqualTo("rwx------");
    }

    @Test
    void theOwnerOfItsDatabaseIsNoSuperuser() throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.owner(), postgres.password())) {
            assertThatThrownBy(() -> connection.createStatement().execute("copy (select 1) to program 'true'"))
                    .hasMessageContaining("permission denied");
            connection.createStatement().execute("create extension pg_trgm");
        }
    }

    @Test
    void theApplicationOwnsNothingAndCannotBecomeTheOwner() throws SQLException {
        try (var connection =
                DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), postgres.password())) {
            for (String sql : List.of("create table mine (x int)", "set role chodae", "create schema mine")) {
                assertThatThrownBy(() -> connection.createStatement().execute(sql))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefused() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Durability.DURABLE))
                .isInstanceOf(PostgresRefused.class)
                .hasMessage("Another Chodae server is running on the data directory " + home
                        + ": stop it, or set chodae.data-dir to another directory.");
        assertThat(EmbeddedPostgres.startIfFree(home, Durability.DURABLE)).isEmpty();
        assertThat(superuser().sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    private static JdbcClient superuser() {
        return JdbcClient.create(postgres.superuser("postgres"));
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)));
    }
}
