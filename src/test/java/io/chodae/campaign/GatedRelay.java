package io.chodae.campaign;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.subethamail.smtp.server.SMTPServer;

/** A relay that takes so many mails and keeps the next ones waiting for its answer to their final dot. */
final class GatedRelay implements AutoCloseable {

    private final SMTPServer server;
    private final List<Taken> taken = new ArrayList<>();
    private final Set<String> waiting = new HashSet<>();
    private int open;

    record Taken(String to, String messageId) {}

    GatedRelay() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> take(to, data))
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    private synchronized void take(String to, byte[] data) {
        String id = new String(data, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow();
        waiting.add(to);
        notifyAll();
        try {
            while (taken.size() >= open) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.remove(to);
        taken.add(new Taken(to, id));
    }

    /** Lets mails through until it has taken so many of them. */
    synchronized void openFor(int mails) {
        open = mails;
        notifyAll();
    }

    synchronized boolean isWaiting() {
        return taken.size() >= open && !waiting.isEmpty();
    }

    synchronized Set<String> waiting() {
        return Set.copyOf(waiting);
    }

    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        openFor(Integer.MAX_VALUE);
        server.stop();
    }
}
