package io.chodae.mailbox;

import io.chodae.mail.LocalRelay;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Takes in every mail of the demo on a free loopback port, up before mails are sent and down after. */
@Component
@Conditional(OnlyInTheDemo.class)
class Receiver implements LocalRelay, SmartLifecycle {

    private final SMTPServer server;
    private volatile boolean running;

    Receiver(Messages messages) throws IOException {
        BasicMessageListener keep = (context, from, to, data) -> messages.add(to, data);
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler(keep)
                .build();
    }

    @Override
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void start() {
        server.start();
        running = true;
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

    /** Before the delivery of mails, which has the default phase, and stopped after it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
