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
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

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
                if (pump.turn() == 0) {
                    wakeUp.await(pause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("The delivery of mails stumbled and goes on", e);
                rest();
            }
        }
    }

    private Duration pause() {
        Duration pause = pump.pause();
        return pause.isPositive() && pause.compareTo(LOOK_AGAIN) < 0 ? pause : LOOK_AGAIN;
    }

    /** Not by the bell, which would ring again at once. */
    private static void rest() {
        try {
            Thread.sleep(AFTER_A_FAULT);
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
            running.join();
            pump.stop();
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
