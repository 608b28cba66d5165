package io.chodae.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The server in a process of its own, which can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern SET_UP = Pattern.compile("http\\S+(/setup/\\S+)");
    private static final int LINES_KEPT = 2_000;

    private final Process process;
    private final int port;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofPlatform().daemon().start(this::follow);
    }

    /**
     * @param java options of the JVM and what it is to run
     * @param settings as on the command line, {@code --name=value}
     */
    public static ServerProcess start(List<String> java, List<String> settings) {
        try {
            int port = freePort();
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(java);
            command.add("--server.port=" + port);
            command.add("--chodae.demo=false");
            command.addAll(settings);
            return new ServerProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when it answers. */
    public ServerProcess awaitReady() {
        Awaitility.await("the server's start")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the server ended:\n" + log());
                    }
                    return isReady();
                });
        return this;
    }

    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/readyz").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** The path of the link by which the first administrator is made. */
    String setUpPath() {
        return log.stream()
                .map(SET_UP::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no set-up link in the log:\n" + log()));
    }

    String log() {
        return String.join("\n", log);
    }

    /** SIGKILL: no hook runs, no transaction is ended, no mail is finished. */
    public void kill() {
        process.toHandle().destroyForcibly(); // the process itself would close its output
        process.onExit().join();
    }

    /** SIGTERM, and waits. */
    @Override
    public void close() {
        process.toHandle().destroy();
        process.onExit().join();
    }

    /** For the reader of a failed run. */
    IllegalStateException failed(RuntimeException why) {
        return new IllegalStateException(why.getMessage() + "\nThe server's log:\n" + log(), why);
    }

    private void follow() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.add(line);
                if (log.size() > LINES_KEPT) {
                    log.poll();
                }
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
