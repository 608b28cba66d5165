package io.chodae.cloudidentity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Asks for one address over kept connections as quick as it gets answers, and prints how many came in a second. */
final class LoadDriver {

    private LoadDriver() {}

    public static void main(String[] args) throws InterruptedException {
        int port = Integer.parseInt(args[0]);
        byte[] request = ("GET " + args[1] + " HTTP/1.1\r\nHost: localhost\r\n"
                        + (args.length < 3 || args[2].isEmpty() ? "" : "Authorization: Bearer " + args[2] + "\r\n")
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        int seconds = Integer.getInteger("bench.seconds", 10);
        LongAdder answers = new LongAdder();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 2;
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < Integer.getInteger("bench.connections", 32); i++) {
            threads.add(Thread.ofPlatform().start(() -> ask(port, request, begin, end, answers)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(answers.sum() / seconds);
    }

    /** What is answered in the time before counts for nothing: the server warms up. */
    private static void ask(int port, byte[] request, long begin, long end, LongAdder answers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 4096);
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                out.write(request);
                readAnswer(in);
                if (now > begin) {
                    answers.increment();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean first = true;
        int length = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the server hung up");
            }
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (first && !text.contains(" 200")) {
                throw new IOException(text);
            }
            first = false;
            if (text.isEmpty()) {
                in.skipNBytes(length);
                return;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
        }
    }
}
