package io.chodae.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP client that remembers how far a mail had come. Its exceptions do not tell: after a connection
 * that broke behind the final dot they call the address "valid unsent", although the relay may well have the mail.
 */
final class StagedTransport extends SMTPTransport {

    /** The commands of RFC 5321 in their order, and what follows the last of them. */
    enum Stage {
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        DOT
    }

    private Stage stage = Stage.MAIL;
    private boolean greeted;
    private boolean offersStartTls;

    StagedTransport(Session session, String protocol) {
        super(session, null, protocol, protocol.equals("smtps"));
    }

    Stage stage() {
        return stage;
    }

    /** Whether the relay answered to EHLO without offering what RFC 3207 describes. */
    boolean missedStartTls() {
        return greeted && !offersStartTls;
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        boolean understood = super.ehlo(domain);
        // the library forgets what was offered when it gives the connection up
        greeted = true;
        offersStartTls = offersStartTls || supportsExtension("STARTTLS");
        return understood;
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] addresses) throws MessagingException {
        stage = Stage.MAIL;
        super.sendMessage(message, addresses);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        OutputStream out = super.data();
        stage = Stage.CONTENT;
        return out;
    }

    /** Called once {@code writeTo} has returned. */
    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.DOT;
        super.finishData();
    }
}
