package io.chodae.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A throw-away server run from the programs of Debian's package, as somebody's own database. */
record DebianPostgres(Path programs, Path data, int port, String password) implements AutoCloseable {

    static DebianPostgres start(Path programs, Path directory) {
        try {
            Path passwordFile =
                    Files.writeString(Files.createDirectories(directory).resolve("password"), "of-the-external-server");
            DebianPostgres postgres =
                    new DebianPostgres(programs, directory.resolve("data"), freePort(), Files.readString(passwordFile));
            postgres.run(
                    "initdb",
                    "--username=postgres",
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--no-sync");
            postgres.run(
                    "pg_ctl",
                    "start",
                    "--wait",
                    "--log=" + directory.resolve("log"),
                    "--options=-F -c listen_addresses=127.0.0.1 -c unix_socket_directories= -p " + postgres.port());
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        run("pg_ctl", "stop", "--mode=immediate", "--wait");
    }

    private void run(String program, String... arguments) {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> command = new ArrayList<>(root ? List.of("unshare", "--user") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        command.add("--pgdata=" + data);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
