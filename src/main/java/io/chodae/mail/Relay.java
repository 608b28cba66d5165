package io.chodae.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where mails go: {@code spring.mail.*}, or the receiver inside the process where no host is set. */
@Component
class Relay {

    private static final int OF_THE_PROTOCOL = -1;
    private static final String INSIDE = "127.0.0.1";

    private final MailProperties properties;
    private final ObjectProvider<LocalRelay> local;
    private final ObjectProvider<SslBundles> bundles;
    private final MailSettings settings;
    private final String startTls;

    Relay(
            MailProperties properties,
            ObjectProvider<LocalRelay> local,
            ObjectProvider<SslBundles> bundles,
            MailSettings settings,
            @Value("${chodae.mail.starttls:}") String startTls) {
        this.startTls = startTls;
        this.properties = properties;
        this.local = local;
        this.bundles = bundles;
        this.settings = settings;
    }

    /** Which relay it is, for what is counted by relay. */
    String name() {
        String host = properties.getHost();
        return StringUtils.hasText(host)
                ? host + (properties.getPort() == null ? "" : ":" + properties.getPort())
                : "inside";
    }

    /** Empty where nothing is set and there is no local receiver either: mails wait. */
    Optional<StagedTransport> connect(boolean internationalized) throws MessagingException {
        String host = properties.getHost();
        if (StringUtils.hasText(host)) {
            int port = properties.getPort() == null ? OF_THE_PROTOCOL : properties.getPort();
            return Optional.of(
                    connect(internationalized, host, port, properties.getUsername(), properties.getPassword()));
        }
        LocalRelay receiver = local.getIfAvailable();
        return receiver == null
                ? Optional.empty()
                : Optional.of(connect(internationalized, INSIDE, receiver.port(), null, null));
    }

    private StagedTransport connect(
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
        session.setProperty("mail." + protocol + ".from", settings.from().wire());
        session.setProperty("mail." + protocol + ".auth", String.valueOf(user != null));
        session.setProperty("mail." + protocol + ".quitwait", "false");
        session.setProperty("mail." + protocol + ".localhost", ownName());
        session.put("mail." + protocol + ".socketFactory", new PromptSockets());
        session.setProperty("mail." + protocol + ".socketFactory.fallback", "false");
        StartTls policy = protocol.equals("smtps") ? StartTls.OFF : StartTls.of(startTls, host);
        session.setProperty("mail." + protocol + ".starttls.enable", String.valueOf(policy.isAsked()));
        session.setProperty("mail." + protocol + ".starttls.required", String.valueOf(policy.isNeeded(user != null)));
        addTls(session, protocol);
        session.putAll(properties.getProperties());
        if (internationalized) {
            session.setProperty("mail.mime.allowutf8", "true");
        }
        StagedTransport transport = new StagedTransport(Session.getInstance(session), protocol);
        try {
            transport.connect(host, port, user, password);
        } catch (MessagingException e) {
            throw explained(transport, policy, user != null, e);
        }
        return transport;
    }

    private static MessagingException explained(
            StagedTransport transport, StartTls policy, boolean withPassword, MessagingException failure) {
        return transport.missedStartTls() && policy.isNeeded(withPassword)
                ? TlsFault.notOffered(policy)
                : TlsFault.distrust(failure).orElse(failure);
    }

    private void addTls(Properties session, String protocol) {
        MailProperties.Ssl ssl = properties.getSsl();
        String prefix = "mail." + protocol + ".ssl.";
        session.setProperty(prefix + "enable", Boolean.toString(ssl.isEnabled()));
        session.setProperty(prefix + "checkserveridentity", Boolean.toString(ssl.isVerifyHostname()));
        if (ssl.getBundle() != null) {
            session.put(
                    prefix + "socketFactory",
                    new PromptTlsSockets(bundles.getObject()
                            .getBundle(ssl.getBundle())
                            .createSslContext()
                            .getSocketFactory()));
        }
    }

    /** For EHLO: the site's name, an address as a literal (RFC 5321, 4.1.3). The machine's own may be anything. */
    private String ownName() {
        String host = settings.publicUrl().getHost();
        return host.matches("[0-9.]+") ? "[" + host + "]" : host;
    }
}
