package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.Chodae;
import io.chodae.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server on a PostgreSQL that it did not start: the same migrations, and none of its own beside it. */
class ExternalDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void aServerOfTheNewestVersion() {
        runsOn(TestDatabase.emptyUrl(), TestDatabase.username(), TestDatabase.password(), "18");
    }

    @Test
    void debiansServerOfTheOldestVersion() {
        Path programs = Path.of("/usr/lib/postgresql/15/bin");
        Assumptions.assumeTrue(Files.isDirectory(programs), () -> {
            System.out.println("Not tested against PostgreSQL 15: install Debian's package postgresql-15.");
            return "postgresql-15 is not installed";
        });
        try (DebianPostgres postgres = DebianPostgres.start(programs, directory.resolve("postgres"))) {
            runsOn(postgres.url(), "postgres", postgres.password(), "15");
        }
    }

    private void runsOn(String url, String username, String password, String version) {
        try (ConfigurableApplicationContext server = SpringApplication.run(
                Chodae.class,
                "--server.port=0",
                "--chodae.demo=false",
                "--spring.mail.host=127.0.0.1",
                "--chodae.mail.from=no-reply@chodae.example",
                "--chodae.data-dir=" + directory,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + username,
                "--spring.datasource.password=" + password)) {
            JdbcClient jdbc = server.getBean(JdbcClient.class);
            assertThat(jdbc.sql("show server_version").query(String.class).single())
                    .startsWith(version);
            assertThat(jdbc.sql("select count(*) from flyway_schema_history where not success")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(directory.resolve("secret.key")).exists();
            assertThat(directory.resolve("postgres/server.lock")).doesNotExist();
        }
    }
}
