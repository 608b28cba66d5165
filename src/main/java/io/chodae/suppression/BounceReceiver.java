package io.chodae.suppression;

import io.chodae.mail.MailSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Takes in, behind the site's own mail server, what comes back to {@link ReturnPaths}: a port of its own for mails to
 * them alone. It sends nothing and answers no mail.
 */
@Component
@ConditionalOnProperty("chodae.mail.inbound.port")
class BounceReceiver implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BounceReceiver.class);

    /** A report with the whole of one of our mails is a tenth of it. */
    static final int MOST_OCTETS = 1 << 20;

    private static final int CONNECTIONS = 50;
    private static final int RECIPIENTS = 10;

    private final SMTPServer server;
    private volatile boolean running;

    BounceReceiver(
            ReturnPaths paths,
            TakeReport takeReport,
            ReturnMetrics metrics,
            MailSettings settings,
            @Value("${chodae.mail.inbound.port}") int port,
            @Value("${chodae.mail.inbound.address:127.0.0.1}") String address)
            throws UnknownHostException {
        if (!paths.areOn()) {
            throw new IllegalStateException(
                    "chodae.mail.inbound.port is set, but no mail has a return path: set chodae.mail.return-domain");
        }
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getByName(address))
                .hostName(settings.publicUrl().getHost())
                .softwareName("Chodae")
                .maxConnections(CONNECTIONS)
                .maxRecipients(RECIPIENTS)
                .maxMessageSize(MOST_OCTETS)
                .connectionTimeout(1, TimeUnit.MINUTES)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new ReturnedDelivery(paths, takeReport, metrics))
                .build();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void start() {
        server.start();
        running = true;
        LOG.info("Mails that come back are taken in on port {}", port());
    }

    @Override
    public void stop() {
        server.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
