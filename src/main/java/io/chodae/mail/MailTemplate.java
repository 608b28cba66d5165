package io.chodae.mail;

import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The mail of one batch in one language: built once in the mail library's frame, then filled with each person's values.
 * Immutable and cheap to fill from many threads.
 */
public final class MailTemplate {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final byte[][] FRAME = Skeleton.make();

    private final EmailAddress from;
    private final String sender;
    private final List<HeaderLine> headers;
    private final BodyPart text;
    private final BodyPart html;
    private final int size;

    private MailTemplate(MailContent content) {
        from = content.from();
        sender = sender(content);
        headers = Stream.concat(
                        Stream.of(new HeaderLine("Subject", content.subject())),
                        new TreeMap<>(content.headers())
                                .entrySet().stream().map(entry -> new HeaderLine(entry.getKey(), entry.getValue())))
                .toList();
        text = new BodyPart(content.text(), UnaryOperator.identity());
        html = new BodyPart(content.html(), HtmlText::escape);
        size = Stream.of(FRAME).mapToInt(part -> part.length).sum() + text.size() + html.size() + 1024;
    }

    /** Builds the skeleton; costs many times what filling does. */
    public static MailTemplate build(MailContent content) {
        return new MailTemplate(content);
    }

    /**
     * The place for a person's value. Made of control characters around the name, which no cleaned text holds and no
     * HTML escaper touches, so nobody's words can forge one.
     *
     * @param name letters, digits and {@code -}
     */
    public static String slot(String name) {
        return SlotText.marker(name);
    }

    /**
     * One person's mail. Values are single lines: line breaks and controls in them become spaces; HTML slots are
     * escaped for content and attributes alike, text slots stand as they are, header slots are encoded by RFC 2047.
     *
     * @throws IllegalArgumentException where a slot has no value
     */
    public MailMessage fill(QueuedMail mail, Map<String, String> values) {
        Octets out = new Octets(size);
        out.add(sender);
        out.add(FRAME[0]);
        out.add("To: " + HeaderText.mailbox(4, PlainText.oneLine(mail.toName()), mail.to()) + "\r\n");
        out.add("Date: " + DATE.format(mail.createdAt()) + "\r\n");
        out.add("Message-ID: " + mail.messageId() + "\r\n");
        for (HeaderLine header : headers) {
            out.add(header.fill(values));
        }
        out.add(FRAME[1]);
        text.fill(out, values);
        out.add(FRAME[2]);
        html.fill(out, values);
        out.add(FRAME[3]);
        return new MailMessage(from, mail.to(), out.toBytes(), mail.to().needsSmtpUtf8());
    }

    private static String sender(MailContent content) {
        String from = "From: " + HeaderText.mailbox(6, PlainText.oneLine(content.fromName()), content.from()) + "\r\n";
        EmailAddress replyTo = content.replyTo();
        return replyTo == null || replyTo.needsSmtpUtf8()
                ? from
                : from + "Reply-To: " + HeaderText.mailbox(10, PlainText.oneLine(content.replyToName()), replyTo)
                        + "\r\n";
    }

    /** What this person would read, parsed from the very bytes that {@link #fill} gives. */
    public RenderedMail preview(EmailAddress to, String toName, Map<String, String> values) {
        QueuedMail mail = new QueuedMail(
                CustomerId.HOUSE,
                0,
                "preview",
                0,
                0,
                0,
                to,
                toName,
                Language.EN,
                "<preview@localhost.localdomain>",
                Instant.EPOCH);
        return ReadBack.read(fill(mail, values).wire());
    }

    /** The same for a mail that names nobody in its {@code To}. */
    public RenderedMail preview(EmailAddress to, Map<String, String> values) {
        return preview(to, "", values);
    }
}
