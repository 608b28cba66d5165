package io.chodae.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server on a loopback port that misbehaves as it is told, each answer once, and else takes everything. */
public final class ScriptedRelay implements AutoCloseable {

    /** Instead of an answer: closes the connection without a word. */
    static final String DROP = "";

    private final Map<String, Queue<String>> script = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger serving = new AtomicInteger();
    private final int port;
    private @Nullable ServerSocket server;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile boolean utf8 = true;
    private volatile @Nullable SSLContext tls;
    private volatile int mostConnections = Integer.MAX_VALUE;
    private volatile int mailsPerConnection = Integer.MAX_VALUE;

    /** @param content as it came over the wire, in ISO 8859-1 */
    public record Received(String to, String mailCommand, String content) {

        String messageId() {
            return header("Message-ID");
        }

        String header(String name) {
            return content.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public ScriptedRelay() {
        port = listen(0);
    }

    public int port() {
        return port;
    }

    /** @param command GREETING, MAIL, RCPT, DATA, CONTENT (after 354, before the mail) or DOT */
    public ScriptedRelay answer(String command, String... answers) {
        script.computeIfAbsent(command, key -> new ArrayDeque<>()).addAll(List.of(answers));
        return this;
    }

    ScriptedRelay withoutSmtpUtf8() {
        utf8 = false;
        return this;
    }

    /** Offers STARTTLS with this context's certificate. */
    ScriptedRelay withStartTls(SSLContext context) {
        tls = context;
        return this;
    }

    /** Every command line so far, over all connections; those behind STARTTLS begin with {@code TLS }. */
    List<String> commands() {
        return commands;
    }

    ScriptedRelay mailsPerConnection(int limit) {
        mailsPerConnection = limit;
        return this;
    }

    ScriptedRelay mostConnections(int limit) {
        mostConnections = limit;
        return this;
    }

    public List<Received> received() {
        return received;
    }

    int connections() {
        return connections.get();
    }

    void goAway() throws IOException {
        ServerSocket listening = server;
        server = null;
        if (listening != null) {
            listening.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    void comeBack() {
        listen(port);
    }

    @Override
    public void close() throws IOException {
        goAway();
    }

    private int listen(int on) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), on));
            server = listening;
            Thread.ofVirtual().start(() -> accept(listening));
            return listening.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // gone away
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            serving.incrementAndGet();
            converse(socket, in, socket.getOutputStream());
        } catch (IOException e) {
            // dropped, as told or by the other side
        } finally {
            serving.decrementAndGet();
        }
    }

    private void converse(Socket socket, BufferedReader in, OutputStream out) throws IOException {
        if (!say(out, next("GREETING", serving.get() > mostConnections ? "421 enough of you" : "220 scripted"))) {
            return;
        }
        SSLContext offered = tls;
        if (take(in, out, offered != null, "") && offered != null) {
            try (SSLSocket secured =
                    (SSLSocket) offered.getSocketFactory().createSocket(socket, "relay", socket.getPort(), true)) {
                secured.setUseClientMode(false);
                take(
                        new BufferedReader(
                                new InputStreamReader(secured.getInputStream(), StandardCharsets.ISO_8859_1)),
                        secured.getOutputStream(),
                        false,
                        "TLS ");
            }
        }
    }

    /** @return whether the other side wants TLS now */
    private boolean take(BufferedReader in, OutputStream out, boolean offersTls, String mark) throws IOException {
        String mail = "";
        String to = "";
        int mails = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(mark + line);
            String command = line.substring(0, Math.min(4, line.length())).toUpperCase(Locale.ROOT);
            if (command.equals("STAR") && offersTls) {
                return say(out, "220 go on");
            }
            String answer = switch (command) {
                case "EHLO" ->
                    "250-scripted\r\n" + (offersTls ? "250-STARTTLS\r\n" : "") + (utf8 ? "250 SMTPUTF8" : "250 HELP");
                case "AUTH" -> "235 2.7.0 welcome";
                case "STAR" -> "502 not here";
                case "MAIL" -> mails++ < mailsPerConnection ? next("MAIL", "250 ok") : "421 enough";
                case "RCPT" -> next("RCPT", "250 ok");
                case "DATA" -> next("DATA", "354 go on");
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
            mail = command.equals("MAIL") ? line : mail;
            to = command.equals("RCPT") ? line.substring("RCPT TO:<".length(), line.lastIndexOf('>')) : to;
            if (!say(out, answer)) {
                return false;
            }
            if (answer.startsWith("354") && !content(in, out, mail, to)) {
                return false;
            }
        }
        return false;
    }

    private boolean content(BufferedReader in, OutputStream out, String mail, String to) throws IOException {
        if (next("CONTENT", "go on").equals(DROP)) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            lines.add(line);
        }
        String answer = next("DOT", "250 2.0.0 taken");
        if (answer.startsWith("250") || answer.equals(DROP)) {
            received.add(new Received(to, mail, String.join("\n", lines)));
        }
        return say(out, answer);
    }

    private String next(String command, String otherwise) {
        Queue<String> answers = script.get(command);
        synchronized (this) {
            String scripted = answers == null ? null : answers.poll();
            return scripted == null ? otherwise : scripted;
        }
    }

    /** @return whether the connection stays open */
    private static boolean say(OutputStream out, String answer) throws IOException {
        if (answer.equals(DROP)) {
            return false;
        }
        out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !answer.startsWith("421");
    }
}
