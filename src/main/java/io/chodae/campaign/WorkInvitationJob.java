package io.chodae.campaign;

import io.chodae.campaign.JobStore.Running;
import io.chodae.invitation.BulkOutcome;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does to a thousand people after the other what was asked for. It may be killed anywhere and started again anywhere,
 * also twice at the same time: what is done to a chunk and how far the job has come are one transaction.
 */
@Component
class WorkInvitationJob {

    private static final int CHUNK = 1_000;

    private final TransactionTemplate transaction;
    private final JobStore jobs;
    private final JobActs acts;
    private final Clock clock;

    WorkInvitationJob(TransactionTemplate transaction, JobStore jobs, JobActs acts, Clock clock) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * @param stop asked between two chunks
     * @return whether nothing is left to be done
     */
    boolean work(CustomerId customer, long jobId, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            boolean more = transaction.execute(status -> chunk(customer, jobId));
            if (!more) {
                return true;
            }
        }
        return false;
    }

    private boolean chunk(CustomerId customer, long jobId) {
        Optional<Running> running = jobs.lock(customer, jobId);
        if (running.isEmpty()) {
            return false;
        }
        List<Long> ids = jobs.next(running.get(), CHUNK);
        if (!ids.isEmpty()) {
            Map<Long, BulkOutcome> outcomes =
                    acts.act(running.get().job(), ids, running.get().actor());
            jobs.advance(running.get(), ids, outcomes, clock.instant());
        }
        if (ids.size() < CHUNK) {
            jobs.finish(running.get().job(), clock.instant());
            return false;
        }
        return true;
    }
}
