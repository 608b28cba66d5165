package io.chodae.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;

/**
 * The frame of a mail as the mail library writes it: MIME headers, boundaries, the heads of both bodies. Cut where a
 * template has something of its own to say, and the same for every mail.
 */
final class Skeleton {

    private static final Session SESSION = Session.getInstance(new Properties());

    /** Cannot stand in a quoted-printable body, where = is followed by two hex digits or the line's end. */
    private static final String BOUNDARY = "=_chodae_alternative";

    private Skeleton() {}

    /** @return the octets before, between and after the three gaps: own headers, text body, HTML body */
    static byte[][] make() {
        String headers = "X-Gap-" + UUID.randomUUID();
        String text = "gap-" + UUID.randomUUID();
        String html = "gap-" + UUID.randomUUID();
        String whole = write(headers, text, html);
        String headerLine = headers + ": gap\r\n";
        String[] top = cut(whole, headerLine);
        String[] middle = cut(top[1], text);
        String[] bottom = cut(middle[1], html);
        return new byte[][] {bytes(top[0]), bytes(middle[0]), bytes(bottom[0]), bytes(bottom[1])};
    }

    private static String write(String headers, String text, String html) {
        try {
            MimeMultipart bodies = new MimeMultipart("alternative", part(text, "plain"), part(html, "html"));
            MimeMessage message = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    removeHeader("Message-ID");
                }
            };
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(bodies);
            message.setHeader(headers, "gap");
            message.saveChanges();
            message.removeHeader("Date");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            String boundary = new ContentType(bodies.getContentType()).getParameter("boundary");
            return out.toString(StandardCharsets.UTF_8).replace(boundary, BOUNDARY);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MimeBodyPart part(String gap, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(gap, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static String[] cut(String whole, String gap) {
        int at = whole.indexOf(gap);
        if (at < 0) {
            throw new IllegalStateException("the mail library changed the frame");
        }
        return new String[] {whole.substring(0, at), whole.substring(at + gap.length())};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
