package io.chodae.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server on a free loopback port that keeps what it is given. */
public final class TestMailbox implements AutoCloseable {

    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    public TestMailbox() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler((context, from, to, data) -> mails.add(new ReceivedMail(from, to, data)))
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Everything received so far, oldest first. */
    public List<ReceivedMail> all() {
        return List.copyOf(mails);
    }

    /** What was received for one address, oldest first. */
    public List<ReceivedMail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** Waits at most ten seconds for the first mail to this address. */
    public ReceivedMail await(String address) {
        return await(address, 1);
    }

    /** Waits at most ten seconds for the n-th mail to this address, counted from 1. */
    public ReceivedMail await(String address, int number) {
        return Awaitility.await("mail " + number + " to " + address)
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> to(address), found -> found.size() >= number)
                .get(number - 1);
    }

    public void clear() {
        mails.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    /**
     * @param from envelope sender
     * @param to envelope recipient; a message to several is kept once for each
     * @param data the message as it came over the wire
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record ReceivedMail(String from, String to, byte[] data) {

        public MimeMessage message() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return message().getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The decoded text/plain part, empty where there is none. */
        public String text() {
            return part(message(), "text/plain").orElse("");
        }

        /** The decoded text/html part, empty where there is none. */
        public String html() {
            return part(message(), "text/html").orElse("");
        }

        private static Optional<String> part(Part part, String type) {
            try {
                if (part.isMimeType(type)) {
                    return Optional.of((String) part.getContent());
                }
                if (part.isMimeType("multipart/*")) {
                    Multipart parts = (Multipart) part.getContent();
                    for (int i = 0; i < parts.getCount(); i++) {
                        BodyPart inner = parts.getBodyPart(i);
                        Optional<String> found = part(inner, type);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
                return Optional.empty();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
