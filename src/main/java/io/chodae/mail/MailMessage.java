package io.chodae.mail;

import io.chodae.shared.EmailAddress;

/** A mail as it goes over the wire (RFC 5322, lines end with CRLF), and to whom. */
public final class MailMessage {

    private final EmailAddress to;
    private final byte[] bytes;
    private final boolean internationalized;

    MailMessage(EmailAddress to, byte[] bytes, boolean internationalized) {
        this.to = to;
        this.bytes = bytes;
        this.internationalized = internationalized;
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
