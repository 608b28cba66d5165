package io.chodae.suppression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;

/**
 * An instance of Debian's Postfix of its own, on a loopback port: a relay that answers for three domains and hands
 * reports to ours. Needs root, as every Postfix does.
 */
record RealPostfix(Path home, int port) implements AutoCloseable {

    static final String TO_INSTALL = "The test of bounces needs Postfix and root: apt-get install -y postfix";

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    static boolean isHere() {
        return Files.isExecutable(PROGRAM) && "root".equals(System.getProperty("user.name"));
    }

    /** @param reportsTo the port where mails to the return domain are handed over */
    static RealPostfix start(String returnDomain, int reportsTo) {
        try {
            Path home = Files.createTempDirectory("chodae-postfix");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (String each : new String[] {"etc", "queue", "data"}) {
                Files.createDirectory(home.resolve(each));
            }
            RealPostfix postfix = new RealPostfix(home, freePort());
            Files.writeString(home.resolve("etc/master.cf"), fill("master.cf", Map.of("port", "" + postfix.port)));
            Files.writeString(
                    home.resolve("etc/main.cf"),
                    fill(
                            "main.cf",
                            Map.of(
                                    "home",
                                    home.toString(),
                                    "returns",
                                    returnDomain,
                                    "reports",
                                    "" + reportsTo,
                                    "nobody",
                                    "" + freePort())));
            run("chown", "postfix:postfix", home.resolve("data").toString());
            run(PROGRAM.toString(), "-c", home.resolve("etc").toString(), "start");
            return postfix;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it did, for a failed test to tell. */
    String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        run(PROGRAM.toString(), "-c", home.resolve("etc").toString(), "stop");
        run("rm", "-r", home.toString());
    }

    private static String fill(String file, Map<String, String> values) throws IOException {
        try (var in = RealPostfix.class.getResourceAsStream("/suppression/postfix/" + file)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return text;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
