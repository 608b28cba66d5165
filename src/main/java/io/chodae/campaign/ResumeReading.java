package io.chodae.campaign;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Component;

/**
 * Goes on at once with the lists that this server was reading when it was killed: people wait for them, and the timers
 * find them only when the dead server's heartbeat is missed. Where another node reads one already, that reading finds
 * itself overtaken and ends.
 */
@Component
@ConditionalOnBooleanProperty(name = "chodae.timers.enabled", matchIfMissing = true)
class ResumeReading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResumeReading.class);

    private final ReadingStore readings;
    private final ReadUpload read;
    private final List<Thread> readers = new ArrayList<>();
    private volatile boolean running;

    ResumeReading(ReadingStore readings, ReadUpload read) {
        this.readings = readings;
        this.read = read;
    }

    @Override
    public synchronized void start() {
        running = true;
        List<StoredUpload> unfinished = readings.unfinished();
        if (!unfinished.isEmpty()) {
            // one after the other: a start is busy enough
            readers.add(Thread.ofVirtual().name("resume-reading").start(() -> unfinished.forEach(this::read)));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (Thread thread : readers) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        readers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void read(StoredUpload upload) {
        if (!running) {
            return;
        }
        log.info("upload {} of customer {} was not read to its end: beginning anew", upload.id(), upload.customer());
        try {
            read.read(upload.customer(), upload.id(), () -> !running);
        } catch (NestedRuntimeException e) {
            log.warn("upload {} could not be read now; its timer will: {}", upload.id(), e.getMessage());
        }
    }
}
