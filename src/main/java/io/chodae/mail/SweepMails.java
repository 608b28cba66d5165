package io.chodae.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds mails that got stuck and sets them going again: taken on by a node that died, left behind by a hold or a release
 * that was interrupted, or waiting although the relay is well. What it does stands in the log and in a counter.
 */
@Component
public class SweepMails {

    private static final Logger LOG = LoggerFactory.getLogger(SweepMails.class);

    private final StuckMails stuck;
    private final BatchControl batches;
    private final MailPump pump;
    private final WakeUp wakeUp;
    private final Throughput throughput;
    private final MeterRegistry meters;

    SweepMails(
            StuckMails stuck,
            BatchControl batches,
            MailPump pump,
            WakeUp wakeUp,
            Throughput throughput,
            MeterRegistry meters) {
        this.stuck = stuck;
        this.batches = batches;
        this.pump = pump;
        this.wakeUp = wakeUp;
        this.throughput = throughput;
        this.meters = meters;
    }

    /** Repairs what is to be repaired now. */
    public void sweep() {
        say("lease", stuck.freeDeadLeases(), "{} mails of a node that died wait again");
        say("hold", settle(stuck.unsettled()), "{} mails were brought after the hold or release of their batch");
        if (!slowOnPurpose() && pump.idlesThoughWell()) {
            int mails = stuck.countForgotten();
            if (mails > 0) {
                pump.startOver();
                wakeUp.ring();
            }
            say(
                    "queued",
                    mails,
                    "{} mails waited for more than an hour though the relay is well: delivery starts over");
        }
    }

    private boolean slowOnPurpose() {
        return throughput.perSecond() > 0 || throughput.perHour() > 0;
    }

    private int settle(List<MailBatch> unsettled) {
        return unsettled.stream().mapToInt(batches::settle).sum();
    }

    private void say(String what, int mails, String sentence) {
        meters.counter("chodae.sweep.repaired", "what", what).increment(mails);
        if (mails > 0) {
            LOG.warn(sentence, mails);
        }
    }
}
