package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A mail as it goes over the wire (RFC 5322, lines end with CRLF), and to whom. */
public final class MailMessage {

    private final EmailAddress to;
    private final byte[] bytes;
    private final boolean internationalized;
    private final @Nullable String returnPath;

    MailMessage(EmailAddress to, byte[] bytes, boolean internationalized) {
        this(to, bytes, internationalized, null);
    }

    private MailMessage(EmailAddress to, byte[] bytes, boolean internationalized, @Nullable String returnPath) {
        this.to = to;
        this.bytes = bytes;
        this.internationalized = internationalized;
        this.returnPath = returnPath;
    }

    /** The same mail with a sender of its own in the envelope. */
    MailMessage returnedTo(@Nullable String path) {
        return new MailMessage(to, bytes, internationalized, path);
    }

    /** The envelope's sender; null for the one of all mails. */
    @Nullable
    String returnPath() {
        return returnPath;
    }

    public EmailAddress to() {
        return to;
    }

    /** The whole message; for tests and archives, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether the relay must offer SMTPUTF8 (RFC 6531) to take it. */
    public boolean needsSmtpUtf8() {
        return internationalized;
    }

    byte[] wire() {
        return bytes;
    }

    /** Shows no content: it holds a working link. */
    @Override
    public String toString() {
        return "MailMessage[" + bytes.length + " bytes]";
    }
}
