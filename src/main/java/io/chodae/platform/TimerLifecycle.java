package io.chodae.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the timers when everything else stands, and stops them before anything else falls. */
class TimerLifecycle implements SmartLifecycle {

    private final Scheduler scheduler;
    private volatile boolean running;

    TimerLifecycle(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A stopped scheduler cannot be started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
