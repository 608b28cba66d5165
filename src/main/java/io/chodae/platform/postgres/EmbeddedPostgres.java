package io.chodae.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL of our own in one directory: {@code bin-<version>/} (programs), {@code data/} (the cluster),
 * {@code log/}, {@code password} (for its owner's eyes only) and {@code server.lock}. It listens on a free port of the
 * loopback interface and lets nobody in without the password.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    private static final String NAME = "chodae";
    private static final String APPLICATION = "chodae_app";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path home;
    private final DirectoryLock lock;
    private final PostgresServer server;
    private final String password;

    private EmbeddedPostgres(Path home, DirectoryLock lock, PostgresServer server, String password) {
        this.home = home;
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server in the directory, making everything that is missing; an orphan left by a killed process is
     * stopped first. Returns when the server takes connections, however long its recovery takes.
     *
     * @throws PostgresRefused where it cannot run here
     */
    public static EmbeddedPostgres start(Path directory, Durability durability) {
        return startIfFree(directory, durability)
                .orElseThrow(() -> new PostgresRefused("Another Chodae server is running on the data directory "
                        + directory.toAbsolutePath().normalize()
                        + ": stop it, or set chodae.data-dir to another directory."));
    }

    /** As {@link #start}, but empty where another live process uses the directory. */
    public static Optional<EmbeddedPostgres> startIfFree(Path directory, Durability durability) {
        Path home = makePrivate(directory);
        return DirectoryLock.tryAcquire(home.resolve("server.lock")).map(lock -> {
            try {
                return startLocked(home, lock, durability);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
        });
    }

    private static EmbeddedPostgres startLocked(Path home, DirectoryLock lock, Durability durability) {
        Cluster cluster = new Cluster(home.resolve("data"));
        PostgresBinaries binaries = PostgresBinaries.in(home);
        PostgresPrograms programs = PostgresPrograms.of(binaries);
        PasswordFile passwordFile = new PasswordFile(home.resolve("password"));
        String password = passwordFile.readOrMake(cluster.exists());
        cluster.prepare(programs, binaries.major(), passwordFile.file(), durability);
        PostgresServer server = new PostgresServer(cluster, programs, home.resolve("log"));
        server.start(durability);
        EmbeddedPostgres postgres = new EmbeddedPostgres(home, lock, server, password);
        try {
            postgres.makeRolesAndDatabase();
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
        log.info("Embedded PostgreSQL {} is ready on port {}.", binaries.version(), server.port());
        return postgres;
    }

    /**
     * The application is no superuser of its database, so that a hole in it opens no shell; nor does it own the tables,
     * so that it cannot undo what the migrations forbid it. Directories of older servers lack the second role.
     */
    private void makeRolesAndDatabase() {
        JdbcClient jdbc = JdbcClient.create(superuser(SUPERUSER));
        for (String role : List.of(NAME, APPLICATION)) {
            if (isMissing(jdbc, "select count(*) from pg_roles where rolname = :name", role)) {
                jdbc.sql("create role %s login password '%s'".formatted(role, password))
                        .update();
            }
        }
        if (isMissing(jdbc, "select count(*) from pg_database where datname = :name", NAME)) {
            jdbc.sql("create database %1$s owner %1$s".formatted(NAME)).update();
        }
    }

    private static boolean isMissing(JdbcClient jdbc, String count, String name) {
        return jdbc.sql(count).param("name", name).query(Integer.class).single() == 0;
    }

    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** The address of another database of this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** The role of the running application. The migrations say what it may do. */
    public String username() {
        return APPLICATION;
    }

    /** The role that owns the tables and migrates them. */
    public String owner() {
        return NAME;
    }

    /** Of both roles. */
    public String password() {
        return password;
    }

    /** Unpooled connections of the server's superuser, for maintenance. */
    public DataSource superuser(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(SUPERUSER);
        source.setPassword(password);
        return source;
    }

    /** Ends the sessions, writes everything to its place and stops; afterwards the directory is free. */
    @Override
    public void close() {
        server.stop();
        lock.close();
        log.info("Embedded PostgreSQL has stopped; its data is in {}.", home);
    }

    private static Path makePrivate(Path directory) {
        // pg_ctl puts the name between double quotes into a line for the shell
        if (directory.toAbsolutePath().toString().matches(".*[\"$`\\\\].*")) {
            throw new PostgresRefused("The name of the data directory " + directory.toAbsolutePath()
                    + " has one of the characters \" $ ` \\ in it, which PostgreSQL does not take: set chodae.data-dir to"
                    + " another directory.");
        }
        try {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            return directory.toRealPath();
        } catch (IOException e) {
            throw new PostgresRefused(
                    "The data directory " + directory.toAbsolutePath().normalize()
                            + " cannot be written: set chodae.data-dir to a directory that this user owns.",
                    e);
        }
    }
}
