package io.chodae.mail;

import io.chodae.mail.StagedTransport.Stage;
import io.chodae.shared.PlainText;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** One kept session with the relay. Not for several threads. */
final class SmtpSender implements AutoCloseable {

    private static final Session NO_SESSION = Session.getInstance(new Properties());
    private static final int PERMANENT = 500;
    private static final Set<Integer> SIGN_IN_FIRST = Set.of(530, 534, 535, 538);

    private final Relay relay;
    private @Nullable StagedTransport plain;
    private @Nullable StagedTransport international;

    SmtpSender(Relay relay) {
        this.relay = relay;
    }

    /** Whether a connection is kept. */
    boolean isOpen() {
        return plain != null || international != null;
    }

    /**
     * Hands one mail over, connecting first where needed. A relay closes kept connections when it likes and says so to
     * whoever comes next: that is no fault of its, so a kept connection gets a second try on a fresh one.
     */
    Outcome send(MailMessage mail) {
        boolean kept = kept(mail.needsSmtpUtf8()) != null;
        Outcome outcome = attempt(mail);
        return kept && outcome instanceof Outcome.Unreached ? attempt(mail) : outcome;
    }

    private Outcome attempt(MailMessage mail) {
        StagedTransport transport;
        try {
            Optional<StagedTransport> connected = transport(mail.needsSmtpUtf8());
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
        try {
            transport.sendMessage(
                    new Rendered(mail),
                    new Address[] {new InternetAddress(mail.to().wire(), null)});
            return new Outcome.Sent(oneLine(transport.getLastServerResponse()));
        } catch (MessagingException | IOException | IllegalStateException e) {
            int code = code(e);
            // asked only after a failure: it costs a round trip
            if (code <= 0 || code == 421 || !transport.isConnected()) {
                drop(mail.needsSmtpUtf8());
            }
            return judge(transport.stage(), code, code > 0 ? words(e) : "No answer: " + words(e));
        }
    }

    private static Outcome judge(Stage stage, int code, String words) {
        // MAIL says nothing of the recipient: what the relay answers for now is about itself or about us
        if (stage == Stage.MAIL && (code < PERMANENT || SIGN_IN_FIRST.contains(code))) {
            return new Outcome.Unreached(words);
        }
        if (code >= PERMANENT) {
            return stage == Stage.RCPT
                            && EnhancedStatus.ofReply(words)
                                    .filter(EnhancedStatus::isNoAddress)
                                    .isPresent()
                    ? new Outcome.Bounced(words)
                    : new Outcome.Failed(words);
        }
        return code <= 0 && stage == Stage.DOT
                ? new Outcome.Deferred(
                        "Whether the relay took it is unknown: the connection broke after the last line. " + words)
                : new Outcome.Deferred(words);
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

    private Optional<StagedTransport> transport(boolean internationalized) throws MessagingException {
        StagedTransport kept = kept(internationalized);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<StagedTransport> connected = relay.connect(internationalized);
        if (internationalized) {
            international = connected.orElse(null);
        } else {
            plain = connected.orElse(null);
        }
        return connected;
    }

    private @Nullable StagedTransport kept(boolean internationalized) {
        return internationalized ? international : plain;
    }

    private void drop(boolean internationalized) {
        closeQuietly(kept(internationalized));
        if (internationalized) {
            international = null;
        } else {
            plain = null;
        }
    }

    /** Closes what is kept; the next mail connects anew. */
    void hangUp() {
        drop(false);
        drop(true);
    }

    @Override
    public void close() {
        hangUp();
    }

    private static void closeQuietly(@Nullable StagedTransport transport) {
        try {
            if (transport != null) {
                transport.close();
            }
        } catch (MessagingException e) {
            // The session is given up; how it ended tells nothing about any mail.
        }
    }

    /** Writes bytes that are ready. */
    private static final class Rendered extends SMTPMessage {

        private final byte[] bytes;

        Rendered(MailMessage mail) {
            super(NO_SESSION);
            this.bytes = mail.wire();
            if (mail.returnPath() != null) {
                setEnvelopeFrom(mail.returnPath());
                // heeded where the relay offers it (RFC 3461): reports of what went wrong, without the mail's text
                setNotifyOptions(NOTIFY_FAILURE | NOTIFY_DELAY);
                setReturnOption(RETURN_HDRS);
            }
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
            out.write(bytes);
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
