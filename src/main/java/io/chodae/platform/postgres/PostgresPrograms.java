package io.chodae.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the programs of PostgreSQL. It refuses to work as root, so for root each runs in a user namespace of its own,
 * where it is nobody but still owns root's files.
 */
final class PostgresPrograms {

    private static final List<String> IN_USER_NAMESPACE = List.of("unshare", "--user");

    private final PostgresBinaries binaries;
    private final List<String> prefix;

    private PostgresPrograms(PostgresBinaries binaries, List<String> prefix) {
        this.binaries = binaries;
        this.prefix = prefix;
    }

    static PostgresPrograms of(PostgresBinaries binaries) {
        if (!isRoot()) {
            return new PostgresPrograms(binaries, List.of());
        }
        if (!userNamespacesOpen()) {
            throw new PostgresRefused("PostgreSQL refuses to run as root, and this machine lets no program open a user"
                    + " namespace (unshare --user failed): start Chodae as an ordinary user that owns the data"
                    + " directory, or set spring.datasource.url to a PostgreSQL of your own.");
        }
        return new PostgresPrograms(binaries, IN_USER_NAMESPACE);
    }

    /**
     * Runs a program to its end, however long that takes.
     *
     * @param whileWaiting called every five seconds
     * @return what it printed, and whether it succeeded
     */
    Result run(String program, List<String> arguments, Runnable whileWaiting) {
        List<String> command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return execute(command, whileWaiting);
    }

    private static Result execute(List<String> command, Runnable whileWaiting) {
        try {
            Path output = Files.createTempFile("chodae-postgres-", ".txt");
            try {
                ProcessBuilder builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                Process process = builder.start();
                while (!process.waitFor(5, TimeUnit.SECONDS)) {
                    whileWaiting.run();
                }
                return new Result(process.exitValue() == 0, Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private static boolean isRoot() {
        try {
            Path self = Path.of("/proc/self");
            return Files.exists(self)
                    ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean userNamespacesOpen() {
        List<String> probe = new ArrayList<>(IN_USER_NAMESPACE);
        probe.add("true");
        try {
            return execute(probe, () -> {}).succeeded();
        } catch (UncheckedIOException e) {
            return false; // no unshare program
        }
    }

    record Result(boolean succeeded, String output) {}
}
