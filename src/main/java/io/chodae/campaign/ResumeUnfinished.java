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
 * Goes on at once with what this server was writing when it was killed. The timers would find it too, but only when
 * the dead server's heartbeat is missed; where another node has taken over already, the two take turns.
 */
@Component
@ConditionalOnBooleanProperty(name = "chodae.timers.enabled", matchIfMissing = true)
class ResumeUnfinished implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResumeUnfinished.class);

    private final WritingStore campaigns;
    private final CampaignWriter writer;
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running;

    ResumeUnfinished(WritingStore campaigns, CampaignWriter writer) {
        this.campaigns = campaigns;
        this.writer = writer;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (Campaign campaign : campaigns.unfinished()) {
            log.info(
                    "campaign {} of customer {} is unfinished: going on after {} of {}",
                    campaign.id(),
                    campaign.customer().value(),
                    campaign.written() + campaign.skipped(),
                    campaign.total());
            writers.add(
                    Thread.ofVirtual().name("resume-campaign-" + campaign.id()).start(() -> write(campaign)));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        try {
            for (Thread thread : writers) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void write(Campaign campaign) {
        try {
            writer.write(campaign.customer(), campaign.id(), () -> !running);
        } catch (NestedRuntimeException e) {
            log.warn("campaign {} could not be gone on with now; its timer will: {}", campaign.id(), e.getMessage());
        }
    }
}
