package io.chodae.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.Chodae;
import io.chodae.platform.postgres.Durability;
import io.chodae.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A data directory that an older server left behind, which worked as the owner of its tables. */
class OlderDirectoryTest {

    /** The last migration of the time when there was one role for everything. */
    private static final String LAST_WITH_ONE_ROLE = "112";

    @TempDir
    Path directory;

    @Test
    void goesOnWithTwoRolesAndAllItsRows() {
        leaveBehind();
        try (ConfigurableApplicationContext server = SpringApplication.run(
                Chodae.class,
                "--server.port=0",
                "--chodae.demo=false",
                "--spring.mail.host=127.0.0.1",
                "--chodae.mail.from=no-reply@chodae.example",
                "--chodae.data-dir=" + directory)) {
            JdbcClient application = server.getBean(JdbcClient.class);
            assertThat(application
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("chodae_app");
            assertThat(application
                            .sql("select action from audit_event where subject_id = '7'")
                            .query(String.class)
                            .list())
                    .containsExactly("old.act");
            assertThatThrownBy(() -> application.sql("delete from audit_event").update())
                    .hasStackTraceContaining("permission denied");
            assertThat(application
                            .sql("insert into customer (external_id, name, created_at) values ('C1', 'New', now())")
                            .update())
                    .isEqualTo(1);
        }
    }

    private void leaveBehind() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory.resolve("postgres"), Durability.NONE)) {
            var source = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.owner(), postgres.password());
            Flyway.configure()
                    .dataSource(source)
                    .target(LAST_WITH_ONE_ROLE)
                    .load()
                    .migrate();
            JdbcClient.create(source).sql("""
                            insert into audit_event (customer_id, at, actor_label, action, subject_type, subject_id)
                            values (0, now(), 'system', 'old.act', 'test', '7')
                            """).update();
            JdbcClient.create(postgres.superuser("postgres"))
                    .sql("drop role " + postgres.username())
                    .update();
        }
    }
}
