package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.util.Map;

/**
 * The mail of one batch in one language: built once by the mail library, then filled with each person's values.
 * Immutable and cheap to fill from many threads.
 */
@SuppressWarnings("DoNotCallSuggester") // to be written
public final class MailTemplate {

    private MailTemplate() {}

    /** Builds the skeleton; costs about a thousand times what filling does. */
    public static MailTemplate build(MailContent content) {
        throw new UnsupportedOperationException();
    }

    /**
     * The place for a person's value. Made of control characters around the name, which no cleaned text holds and no
     * HTML escaper touches, so nobody's words can forge one.
     *
     * @param name letters, digits and {@code -}
     */
    public static String slot(String name) {
        return "\u0002" + name + "\u0003";
    }

    /**
     * One person's mail. Values are single lines: line breaks and controls in them become spaces; HTML slots are
     * escaped for content and attributes alike, text slots stand as they are, header slots are encoded by RFC 2047.
     *
     * @throws IllegalArgumentException where a slot has no value
     */
    public MailMessage fill(QueuedMail mail, Map<String, String> values) {
        throw new UnsupportedOperationException();
    }

    /** What this person would read, parsed from the very bytes that {@link #fill} gives. */
    public RenderedMail preview(EmailAddress to, String toName, Map<String, String> values) {
        throw new UnsupportedOperationException();
    }

    /** The same for a mail that names nobody in its {@code To}. */
    public RenderedMail preview(EmailAddress to, Map<String, String> values) {
        return preview(to, "", values);
    }
}
