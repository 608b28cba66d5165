package io.chodae.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** The files of one database cluster: made once, its configuration written anew at each start. */
record Cluster(Path directory) {

    boolean exists() {
        return Files.exists(versionFile());
    }

    /** Makes the cluster where there is none yet; refuses one of another major version. */
    void prepare(PostgresPrograms programs, String major, Path passwordFile, Durability durability) {
        try {
            if (!exists()) {
                initialize(programs, passwordFile, durability);
            }
            String found = Files.readString(versionFile()).strip();
            if (!found.equals(major)) {
                throw new PostgresRefused("The database in " + directory + " was made by PostgreSQL " + found
                        + ", and this Chodae brings PostgreSQL " + major
                        + ": start it with the Chodae that made it and move the data over with pg_dump, or set"
                        + " chodae.data-dir to a new directory.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made beside its place and renamed, so that an interrupted first start is simply done again. */
    private void initialize(PostgresPrograms programs, Path passwordFile, Durability durability) throws IOException {
        Path fresh = directory.resolveSibling("initializing");
        FileSystemUtils.deleteRecursively(fresh);
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + fresh,
                "--username=" + EmbeddedPostgres.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (durability == Durability.NONE) {
            arguments.add("--no-sync");
        }
        PostgresPrograms.Result result = programs.run("initdb", arguments, () -> {});
        if (!result.succeeded()) {
            throw new PostgresRefused("PostgreSQL could not make its database in " + directory + ": "
                    + result.output().strip().lines().toList().getLast());
        }
        Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path versionFile() {
        return directory.resolve("PG_VERSION");
    }

    void configure(int port, Path logDirectory, Durability durability) {
        Map<String, String> settings = new TreeMap<>(durability.settings());
        settings.put("listen_addresses", "'127.0.0.1'");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "''");
        settings.put("password_encryption", "'scram-sha-256'");
        // a throw-away cluster serves many servers at a time
        settings.put("max_connections", durability == Durability.NONE ? "300" : "100");
        settings.put("lc_messages", "'C'");
        settings.put("timezone", "'UTC'");
        settings.put("log_timezone", "'UTC'");
        settings.put("log_checkpoints", "off");
        // one file a weekday, so that the log cannot fill the disk
        settings.put("logging_collector", "on");
        settings.put("log_directory", "'" + logDirectory.toString().replace("'", "''") + "'");
        settings.put("log_filename", "'postgresql-%a.log'");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "'1d'");
        settings.put("log_rotation_size", "0");

        StringBuilder text = new StringBuilder("# Written by Chodae at each start; changes made here are lost.\n");
        settings.forEach(
                (name, value) -> text.append(name).append(" = ").append(value).append('\n'));
        try {
            Files.writeString(directory.resolve("postgresql.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
