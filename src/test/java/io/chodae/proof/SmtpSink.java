package io.chodae.proof;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Postfix's {@code smtp-sink} as the relay, and beside it {@code smtp-source}, which says how much it takes. */
final class SmtpSink implements AutoCloseable {

    private static final Path SINK = Path.of("/usr/sbin/smtp-sink");
    private static final Path SOURCE = Path.of("/usr/sbin/smtp-source");
    private static final int PROBE = 20_000;

    private final Process process;
    private final int port;

    private SmtpSink(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(SINK) && Files.isExecutable(SOURCE);
    }

    static SmtpSink start() throws IOException {
        int port = ServerProcess.freePort();
        List<String> user = "root".equals(System.getProperty("user.name")) ? List.of("-u", "nobody") : List.of();
        SmtpSink sink = new SmtpSink(
                start(Stream.of(List.of(SINK.toString()), user, List.of("127.0.0.1:" + port, "1000"))
                        .flatMap(List::stream)
                        .toList()),
                port);
        Awaitility.await("smtp-sink").ignoreExceptions().until(sink::listens);
        return sink;
    }

    int port() {
        return port;
    }

    /**
     * Mails a second that a sender reaches which does nothing else, over kept sessions.
     *
     * @param size of a mail in octets
     */
    double ceiling(int sessions, int size) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process source = start(List.of(
                SOURCE.toString(),
                "-d",
                "-s",
                String.valueOf(sessions),
                "-m",
                String.valueOf(PROBE),
                "-l",
                String.valueOf(size),
                "-f",
                "a@chodae.example",
                "-t",
                "b@chodae.example",
                "127.0.0.1:" + port));
        if (source.waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed");
        }
        return PROBE / ((System.nanoTime() - begin) / 1e9);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean listens() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
