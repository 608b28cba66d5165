package io.chodae.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.stereotype.Component;

/** Where mails go: {@code spring.mail.*}, or the receiver inside the process where no host is set. */
@Component
class Relay {

    private static final int SMTP = 25;

    private final MailProperties properties;
    private final ObjectProvider<LocalRelay> local;
    private final MailSettings settings;

    Relay(MailProperties properties, ObjectProvider<LocalRelay> local, MailSettings settings) {
        this.properties = properties;
        this.local = local;
        this.settings = settings;
    }

    /** Empty where nothing is set and there is no local receiver either: mails wait. */
    Optional<SMTPTransport> connect(boolean internationalized) throws MessagingException {
        String host = properties.getHost();
        if (host != null) {
            int port = properties.getPort() == null ? SMTP : properties.getPort();
            return Optional.of(
                    connect(internationalized, host, port, properties.getUsername(), properties.getPassword()));
        }
        LocalRelay receiver = local.getIfAvailable();
        return receiver == null
                ? Optional.empty()
                : Optional.of(connect(internationalized, "127.0.0.1", receiver.port(), null, null));
    }

    private SMTPTransport connect(
            boolean internationalized,
            String host,
            int port,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable String password)
            throws MessagingException {
        String protocol = "smtps".equals(properties.getProtocol()) ? "smtps" : "smtp";
        Properties session = new Properties();
        session.setProperty("mail." + protocol + ".connectiontimeout", "10000");
        session.setProperty("mail." + protocol + ".timeout", "60000");
        session.setProperty("mail." + protocol + ".writetimeout", "60000");
        session.setProperty("mail." + protocol + ".from", settings.from().wire());
        session.setProperty("mail." + protocol + ".auth", String.valueOf(user != null));
        session.putAll(properties.getProperties());
        if (internationalized) {
            session.setProperty("mail.mime.allowutf8", "true");
        }
        SMTPTransport transport = (SMTPTransport) Session.getInstance(session).getTransport(protocol);
        transport.connect(host, port, user, password);
        return transport;
    }
}
