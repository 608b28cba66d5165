package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every reader of a template reads alike. Subject, text, HTML and the values of further headers may hold
 * {@linkplain MailTemplate#slot slots} for what differs.
 *
 * @param replyTo left out of the mail where its local part is not ASCII: one such address would keep the mail from
 *     every relay without SMTPUTF8
 * @param text lines end with {@code \n} or {@code \r\n}
 * @param html a whole document; what stands in it was escaped by whoever wrote it
 * @param headers further headers by name, such as {@code List-Unsubscribe}
 */
public record MailContent(
        String fromName,
        EmailAddress from,
        @Nullable EmailAddress replyTo,
        String replyToName,
        String subject,
        String text,
        String html,
        Map<String, String> headers) {

    public MailContent {
        headers = Map.copyOf(headers);
    }

    public MailContent(
            String fromName,
            EmailAddress from,
            @Nullable EmailAddress replyTo,
            String replyToName,
            String subject,
            String text,
            String html) {
        this(fromName, from, replyTo, replyToName, subject, text, html, Map.of());
    }
}
