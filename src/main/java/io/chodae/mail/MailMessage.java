package io.chodae.mail;

import io.chodae.shared.EmailAddress;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A mail as it goes over the wire (RFC 5322, lines end with CRLF), and to whom. */
public final class MailMessage {

    private final EmailAddress from;
    private final EmailAddress to;
    private final byte[] bytes;
    private final boolean internationalized;
    private final @Nullable UnaryOperator<byte[]> signer;
    private final @Nullable String returnPath;

    MailMessage(EmailAddress from, EmailAddress to, byte[] bytes, boolean internationalized) {
        this(from, to, bytes, internationalized, null, null);
    }

    private MailMessage(
            EmailAddress from,
            EmailAddress to,
            byte[] bytes,
            boolean internationalized,
            @Nullable UnaryOperator<byte[]> signer,
            @Nullable String returnPath) {
        this.from = from;
        this.to = to;
        this.bytes = bytes;
        this.internationalized = internationalized;
        this.signer = signer;
        this.returnPath = returnPath;
    }

    /**
     * The same, to be signed when it goes over the wire: that costs more than all the rest, and sessions are many.
     *
     * @param by adds the same signature at every attempt
     */
    public MailMessage signedBy(UnaryOperator<byte[]> by) {
        return new MailMessage(from, to, bytes, internationalized, by, returnPath);
    }

    /** The same mail with a sender of its own in the envelope. */
    MailMessage returnedTo(String path) {
        return new MailMessage(from, to, bytes, internationalized, signer, path);
    }

    /** The envelope's sender; null for the one of all mails. */
    @Nullable
    String returnPath() {
        return returnPath;
    }

    /** Whom it comes from, as its reader sees it. */
    public EmailAddress from() {
        return from;
    }

    public EmailAddress to() {
        return to;
    }

    /** The whole message; for tests and archives, a copy. */
    public byte[] bytes() {
        return wire().clone();
    }

    /** Whether the relay must offer SMTPUTF8 (RFC 6531) to take it. */
    public boolean needsSmtpUtf8() {
        return internationalized;
    }

    byte[] wire() {
        return signer == null ? bytes : signer.apply(bytes);
    }

    /** Shows no content: it holds a working link. */
    @Override
    public String toString() {
        return "MailMessage[" + bytes.length + " bytes]";
    }
}
