package io.chodae.mail;

import io.chodae.shared.PlainText;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One kept session with the relay. Not for several threads. */
final class SmtpSender implements AutoCloseable {

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final int PERMANENT = 500;

    private final Relay relay;
    private @Nullable SMTPTransport plain;
    private @Nullable SMTPTransport international;

    SmtpSender(Relay relay) {
        this.relay = relay;
    }

    /** Hands one mail over, connecting first where needed. */
    Outcome send(MailMessage mail) {
        SMTPTransport transport;
        try {
            Optional<SMTPTransport> connected = transport(mail.needsSmtpUtf8());
            if (connected.isEmpty()) {
                return new Outcome.Unreached("No relay is set: set spring.mail.host");
            }
            transport = connected.get();
        } catch (MessagingException e) {
            return new Outcome.Unreached(words(e));
        }
        if (mail.needsSmtpUtf8() && !transport.supportsExtension("SMTPUTF8")) {
            return new Outcome.Failed(
                    "The relay does not take addresses with characters beyond ASCII (no SMTPUTF8, RFC 6531)");
        }
        Rendered message = new Rendered(mail.wire());
        try {
            transport.sendMessage(
                    message, new Address[] {new InternetAddress(mail.to().wire(), null)});
            return new Outcome.Sent(oneLine(transport.getLastServerResponse()));
        } catch (MessagingException | IOException e) {
            return failed(e, message, mail.needsSmtpUtf8());
        }
    }

    private Outcome failed(Exception failure, Rendered message, boolean internationalized) {
        int code = code(failure);
        if (code <= 0 || code == 421) {
            drop(internationalized);
        }
        if (code >= PERMANENT) {
            return new Outcome.Failed(words(failure));
        }
        if (code <= 0 && message.written) {
            return new Outcome.Deferred("Whether the relay took it is unknown: the connection broke after the last"
                    + " line. " + words(failure));
        }
        return new Outcome.Deferred(words(failure));
    }

    /** The SMTP reply code; a refusal at RCPT comes wrapped as "Invalid Addresses". Zero or less: no reply. */
    private static int code(Exception failure) {
        int code = 0;
        Exception each = failure;
        while (each != null) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                code = send.getReturnCode();
            }
            each = each instanceof MessagingException nested ? nested.getNextException() : null;
        }
        return code;
    }

    private static String words(Exception failure) {
        String best = failure.getMessage();
        Exception each = failure;
        while (each instanceof MessagingException nested && nested.getNextException() != null) {
            each = nested.getNextException();
            if (each.getMessage() != null) {
                best = each.getMessage();
            }
        }
        return oneLine(best);
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "No words were given" : PlainText.oneLine(text);
    }

    private Optional<SMTPTransport> transport(boolean internationalized) throws MessagingException {
        SMTPTransport kept = internationalized ? international : plain;
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<SMTPTransport> connected = relay.connect(internationalized);
        if (internationalized) {
            international = connected.orElse(null);
        } else {
            plain = connected.orElse(null);
        }
        return connected;
    }

    private void drop(boolean internationalized) {
        closeQuietly(internationalized ? international : plain);
        if (internationalized) {
            international = null;
        } else {
            plain = null;
        }
    }

    @Override
    public void close() {
        closeQuietly(plain);
        closeQuietly(international);
        plain = null;
        international = null;
    }

    private static void closeQuietly(@Nullable SMTPTransport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // The session is given up; how it ended tells nothing about any mail.
        }
    }

    /** Writes bytes that are ready, and remembers whether all of them went out. */
    private static final class Rendered extends SMTPMessage {

        private final byte[] bytes;
        private boolean written;

        Rendered(byte[] bytes) {
            super(NO_SESSION);
            this.bytes = bytes;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(bytes);
            out.flush();
            written = true;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            writeTo(out, null);
        }

        @Override
        public void saveChanges() {
            // What goes out is rendered already.
        }
    }
}
