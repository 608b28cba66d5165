package io.chodae.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Reads a finished mail by the mail library, as its reader's program would. */
final class ReadBack {

    private static final Session SESSION = session();

    private ReadBack() {}

    static RenderedMail read(byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            Multipart bodies = (Multipart) message.getContent();
            return new RenderedMail(
                    people(message.getFrom()),
                    people(message.getRecipients(MimeMessage.RecipientType.TO)),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    (String) bodies.getBodyPart(0).getContent(),
                    (String) bodies.getBodyPart(1).getContent());
        } catch (MessagingException e) {
            throw new IllegalStateException("our own mail cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String people(Address[] addresses) {
        StringBuilder result = new StringBuilder();
        for (Address address : addresses) {
            result.append(result.isEmpty() ? "" : ", ").append(((InternetAddress) address).toUnicodeString());
        }
        return result.toString();
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
