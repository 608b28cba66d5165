package io.chodae.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a raw message (RFC 5322) into what people see. */
final class ReadMail {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')]+");

    private ReadMail() {}

    static StoredMail read(long id, String to, Instant received, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            String text = body(message, "text/plain");
            String html = body(message, "text/html");
            return new StoredMail(
                    id, to, from(message), orEmpty(message.getSubject()), received, text, html, links(text));
        } catch (MessagingException | IOException e) {
            // an odd charset or a file cut off by a crash: shown as it is
            return new StoredMail(id, to, "", "", received, new String(raw, StandardCharsets.UTF_8), "", List.of());
        }
    }

    private static String from(MimeMessage message) throws MessagingException {
        if (message.getFrom() == null
                || message.getFrom().length == 0
                || !(message.getFrom()[0] instanceof InternetAddress address)) {
            return "";
        }
        return address.getPersonal() == null
                ? address.getAddress()
                : address.getPersonal() + " <" + address.getAddress() + ">";
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static List<String> links(String text) {
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group());
        }
        return List.copyOf(links);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
