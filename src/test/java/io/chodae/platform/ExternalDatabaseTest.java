package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.Chodae;
import io.chodae.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server on a PostgreSQL that it did not start: the same migrations, and none of its own beside it. */
@ExtendWith(OutputCaptureExtension.class)
class ExternalDatabaseTest {

    @TempDir
    Path directory;

    @Test
    void aServerOfTheNewestVersion(CapturedOutput output) {
        String url = TestDatabase.emptyUrl();
        runsOn(url, TestDatabase.owner(), TestDatabase.password(), "18");
        assertThat(output.getOut().lines().filter(line -> line.contains("audit trail is protected by a trigger only")))
                .singleElement()
                .asString()
                .contains("'chodae'", "spring.flyway.user");
        assertThatThrownBy(() ->
                        TestDatabase.owner(url).sql("delete from audit_event").update())
                .hasStackTraceContaining("rows of audit_event are only ever added");
    }

    @Test
    void aRoleForTheTablesAndOneForTheWork(CapturedOutput output) {
        String url = TestDatabase.emptyUrl();
        runsOn(
                url,
                TestDatabase.username(),
                TestDatabase.password(),
                "18",
                "--spring.flyway.user=" + TestDatabase.owner(),
                "--spring.flyway.password=" + TestDatabase.password());
        assertThat(output.getOut()).doesNotContain("protected by a trigger only", "may make temporary tables");
        JdbcClient application =
                JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.username(), TestDatabase.password()));
        assertThatThrownBy(() -> application.sql("delete from audit_event").update())
                .hasStackTraceContaining("permission denied");
        TestDatabase.owner(url).sql("create table later (x int)").update();
        assertThat(application.sql("insert into later values (1)").update()).isEqualTo(1);
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

    private void runsOn(String url, String username, String password, String version, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of(
                "--server.port=0",
                "--chodae.demo=false",
                "--spring.mail.host=127.0.0.1",
                "--chodae.mail.from=no-reply@chodae.example",
                "--chodae.data-dir=" + directory,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + username,
                "--spring.datasource.password=" + password));
        try (ConfigurableApplicationContext server =
                SpringApplication.run(Chodae.class, arguments.toArray(String[]::new))) {
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
