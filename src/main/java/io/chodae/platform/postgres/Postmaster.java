package io.chodae.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about the server of a cluster, checked against the processes that really run. */
final class Postmaster {

    private Postmaster() {}

    /**
     * The process id of the server that runs on this cluster. Numbers of processes are used again (in containers soon
     * after each start), so a process counts only where its command line names this very directory.
     */
    static Optional<Long> running(Path cluster) {
        return recorded(cluster)
                .filter(pid -> ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> servesCluster(process, cluster))
                        .isPresent());
    }

    /** Forgets a server that is gone; PostgreSQL itself would take any process with that number for it. */
    static void forget(Path cluster) {
        try {
            Files.deleteIfExists(file(cluster));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Long> recorded(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(file(cluster));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.getFirst().strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean servesCluster(ProcessHandle process, Path cluster) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                .orElse(false);
    }

    private static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }
}
