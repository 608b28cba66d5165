package io.chodae.suppression;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * Finds the delivery report (RFC 3464, RFC 6533) in a mail that came back, by the mail library. Mails that were
 * returned along with it are not looked into: what they hold is somebody else's report.
 */
final class ReadReport {

    private static final Session SESSION = session();
    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final int MOST_RECIPIENTS = 1_000;

    private ReadReport() {}

    /**
     * What is said of each recipient; empty where the mail holds no report, such as an answer by a person or by a
     * machine while they are away.
     *
     * @throws UnreadableReport where it does not parse
     */
    static List<RecipientReport> read(byte[] mail) throws UnreadableReport {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(mail));
            Optional<Part> status = status(message, 0);
            return status.isEmpty()
                    ? List.of()
                    : recipients(new DeliveryStatus(status.get().getInputStream()));
        } catch (MessagingException | IOException | IllegalArgumentException e) {
            throw new UnreadableReport(e);
        }
    }

    /** The mail is no MIME, or none that the library understands. */
    static final class UnreadableReport extends Exception {

        UnreadableReport(Exception cause) {
            super(cause);
        }
    }

    private static Optional<Part> status(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            return Optional.of(part);
        }
        if (!part.isMimeType("multipart/*") || depth == DEEPEST) {
            return Optional.empty();
        }
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart each = parts.getBodyPart(i);
            Optional<Part> found = status(each, depth + 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<RecipientReport> recipients(DeliveryStatus status) {
        List<RecipientReport> recipients = new ArrayList<>();
        for (int i = 0; i < Math.min(status.getRecipientDSNCount(), MOST_RECIPIENTS); i++) {
            RecipientFields.read(status.getRecipientDSN(i)).ifPresent(recipients::add);
        }
        return recipients;
    }

    /** The library hands headers out as they came; what is not MIME is no fault as long as the report can be read. */
    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.multipart.ignoremissingendboundary", "true");
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
