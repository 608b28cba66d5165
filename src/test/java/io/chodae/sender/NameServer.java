package io.chodae.sender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Debian's dnsmasq on a loopback port, which knows the texts that it is given and nothing else. */
public final class NameServer implements AutoCloseable {

    private final int port;
    private final Path program;
    private final List<String> records = new ArrayList<>();
    private Process process;

    private NameServer(Path program) {
        this.program = program;
        this.port = freePort();
        this.process = start();
    }

    /** Empty, with one printed line, where the program is not installed. */
    public static Optional<NameServer> startIfInstalled() {
        Optional<Path> program = Stream.of("/usr/sbin/dnsmasq", "/usr/bin/dnsmasq")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.out.println("Not tested against a name server: install Debian's package dnsmasq-base.");
        }
        return program.map(NameServer::new);
    }

    /** As {@code chodae.dns.resolver} has it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** From now on it has this record too; long texts go in pieces, as the protocol wants them. */
    public void add(String name, String text) {
        records.add("--txt-record=" + name + "," + text.replaceAll("(.{200})(?=.)", "$1,"));
        restart();
    }

    /** It knows nothing any more. */
    public void clear() {
        records.clear();
        restart();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void restart() {
        close();
        process = start();
    }

    private Process start() {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--port=" + port,
                "--listen-address=127.0.0.1",
                "--bind-interfaces",
                "--no-resolv",
                "--no-hosts",
                "--local=/example/",
                "--pid-file=",
                "--user=" + System.getProperty("user.name")));
        command.addAll(records);
        try {
            Process started = new ProcessBuilder(command).inheritIO().start();
            Awaitility.await("dnsmasq").atMost(Duration.ofSeconds(10)).until(() -> answers(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(Process started) {
        if (!started.isAlive()) {
            throw new IllegalStateException("dnsmasq ended by itself");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
