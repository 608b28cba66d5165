package io.chodae.capture;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down whom an act is about, and has it done behind. Whoever matches at this moment is meant, not who matches
 * when their turn comes: what became of each is counted.
 */
@Component
public class StartTransferJob {

    private final TransactionTemplate transaction;
    private final TransferJobStore jobs;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    StartTransferJob(
            TransactionTemplate transaction,
            TransferJobStore jobs,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * @param press of the page that asks; the same one again gives the same job
     * @return the job; empty where there is nobody to whom it could be done, and nothing was written
     */
    public OptionalLong start(CustomerId customer, UUID press, TransferPeople people, Actor actor) {
        return transaction.execute(status -> write(customer, press, people, actor, status));
    }

    private OptionalLong write(
            CustomerId customer, UUID press, TransferPeople people, Actor actor, TransactionStatus status) {
        TransferJob.Kind kind = kind(people);
        Optional<Long> begun = jobs.insert(customer, press, kind, actor, clock.instant());
        if (begun.isEmpty()) {
            return OptionalLong.of(jobs.ofPress(customer, press));
        }
        long jobId = begun.get();
        switch (people) {
            case TransferPeople.Chosen chosen -> jobs.addChosen(customer, jobId, chosen);
            case TransferPeople.Matching matching -> jobs.addMatching(customer, jobId, matching);
            case TransferPeople.Uploaded uploaded -> add(customer, jobId, uploaded.lines());
        }
        int total = jobs.total(customer, jobId);
        if (total == 0) {
            status.setRollbackOnly();
            return OptionalLong.empty();
        }
        audit.record(
                customer,
                actor,
                "user_invitation.job_started",
                "transfer_job",
                String.valueOf(jobId),
                kind == TransferJob.Kind.UPLOAD
                        ? Map.of(
                                "act", kind.name(),
                                "people", String.valueOf(total),
                                "event", "UNMANAGED_USERS_BULK_UPLOAD")
                        : Map.of("act", kind.name(), "people", String.valueOf(total)));
        timers.scheduleIfNotExists(TransferJobTask.instance(customer, jobId), clock.instant());
        return OptionalLong.of(jobId);
    }

    private void add(CustomerId customer, long jobId, List<TransferPeople.Line> lines) {
        int step = 10_000;
        for (int from = 0; from < lines.size(); from += step) {
            jobs.add(customer, jobId, lines.subList(from, Math.min(lines.size(), from + step)));
        }
    }

    private static TransferJob.Kind kind(TransferPeople people) {
        return switch (people) {
            case TransferPeople.Chosen chosen ->
                TransferJob.Kind.valueOf(chosen.act().name());
            case TransferPeople.Matching matching ->
                TransferJob.Kind.valueOf(matching.act().name());
            case TransferPeople.Uploaded uploaded -> TransferJob.Kind.UPLOAD;
        };
    }
}
