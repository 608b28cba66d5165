package io.chodae.mail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the pump in the background while the server is up: at every ring, and now and then for other nodes' mails. */
@Component
class MailDelivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final MailPump pump;
    private final WakeUp wakeUp;
    private final boolean enabled;
    private AtomicBoolean stop = new AtomicBoolean();
    private @Nullable Thread thread;

    MailDelivery(MailPump pump, WakeUp wakeUp, @Value("${chodae.mail.delivery:true}") boolean enabled) {
        this.pump = pump;
        this.wakeUp = wakeUp;
        this.enabled = enabled;
    }

    @Override
    public synchronized void start() {
        if (enabled && thread == null) {
            AtomicBoolean mine = new AtomicBoolean();
            stop = mine;
            thread = Thread.ofPlatform().name("mail-delivery").start(() -> run(mine));
        }
    }

    private void run(AtomicBoolean mine) {
        while (!mine.get()) {
            try {
                pump.runDue(mine);
                wakeUp.await(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("The delivery of mails stumbled and goes on", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            wakeUp.await(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the mails in hand go out and be written down. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stop.set(true);
        wakeUp.ring();
        try {
            if (!running.join(STOP_WITHIN)) {
                LOG.warn("Some mails were still on their way; they are tried again after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
