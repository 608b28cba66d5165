package io.chodae.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.chodae.platform.postgres.Durability;
import io.chodae.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Databases for tests: one PostgreSQL for the test JVM, started by the server's own launcher, and in it a fresh
 * database with all migrations for whoever asks, cloned from a template in some milliseconds.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestDatabase() {}

    /** A new database with all migrations, behind a small pool that lives as long as the JVM. */
    public static DataSource fresh() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(freshUrl());
        config.setUsername(username());
        config.setPassword(password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        return new HikariDataSource(config);
    }

    /** The address of a new database with all migrations. */
    public static String freshUrl() {
        return create("template " + Server.TEMPLATE);
    }

    /** The address of a new database without any table. */
    public static String emptyUrl() {
        return create("");
    }

    /** The role that the server works as: it owns nothing, and has on migrated tables what the migrations give it. */
    public static String username() {
        return Server.POSTGRES.username();
    }

    /** The role that migrates and owns the tables. */
    public static String owner() {
        return Server.POSTGRES.owner();
    }

    /** The owner's client of a database, for tests that change its tables or functions. */
    public static JdbcClient owner(String url) {
        return JdbcClient.create(ownerSource(url));
    }

    /** The same for transactions: a connection for each. */
    public static DataSource ownerSource(String url) {
        return new DriverManagerDataSource(url, owner(), password());
    }

    public static String password() {
        return Server.POSTGRES.password();
    }

    /** The superuser's client of the whole server, for tests that change roles or databases. */
    public static JdbcClient superuser() {
        return Server.maintenance(Server.POSTGRES);
    }

    private static String create(String options) {
        String name = "test_" + NUMBER.incrementAndGet();
        superuser()
                .sql("create database %s owner %s %s".formatted(name, owner(), options))
                .update();
        return Server.POSTGRES.jdbcUrl(name);
    }

    /** Started by the first test that needs it; the directory is kept, so that the programs are unpacked once. */
    private static final class Server {

        static final String TEMPLATE = "chodae_template";
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            EmbeddedPostgres postgres = IntStream.range(0, 100)
                    .mapToObj(slot -> EmbeddedPostgres.startIfFree(
                            Path.of("target", "test-postgres", "slot-" + slot), Durability.NONE))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            makeTemplate(postgres);
            return postgres;
        }

        private static JdbcClient maintenance(EmbeddedPostgres postgres) {
            return JdbcClient.create(postgres.superuser("postgres"));
        }

        private static void makeTemplate(EmbeddedPostgres postgres) {
            JdbcClient jdbc = maintenance(postgres);
            jdbc.sql("select datname from pg_database where datname ~ '^(test_|chodae_template)'")
                    .query((row, number) -> row.getString("datname"))
                    .list()
                    .forEach(name ->
                            jdbc.sql("drop database " + name + " with (force)").update());
            jdbc.sql("create database %s owner %s".formatted(TEMPLATE, postgres.owner()))
                    .update();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.jdbcUrl(TEMPLATE));
            source.setUser(postgres.owner());
            source.setPassword(postgres.password());
            Flyway.configure().dataSource(source).load().migrate();
            JdbcClient.create(source)
                    .sql("select grant_to_application(:role)")
                    .param("role", postgres.username())
                    .query((row, number) -> number)
                    .list();
        }
    }
}
