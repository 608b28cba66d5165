package io.chodae.campaign;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.UserGroups;
import io.chodae.invitation.CountPresses;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Limited;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes down whom an act is about, and has it done behind. Whoever matches at this moment is meant, not who matches
 * when their turn comes: what became of each is counted.
 */
@Component
public class StartInvitationJob {

    private static final int STEP = 10_000;

    private final TransactionTemplate transaction;
    private final JobStore jobs;
    private final Invitations invitations;
    private final CountPresses presses;
    private final UserGroups groups;
    private final AuditTrail audit;
    private final SchedulerClient timers;
    private final Clock clock;

    StartInvitationJob(
            TransactionTemplate transaction,
            JobStore jobs,
            Invitations invitations,
            CountPresses presses,
            UserGroups groups,
            AuditTrail audit,
            SchedulerClient timers,
            Clock clock) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.invitations = invitations;
        this.presses = presses;
        this.groups = groups;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * @param press of the page that asks; the same one again gives the same job
     * @param groupId where to, for {@link JobAct#MOVE}; null else
     */
    public StartJobResult start(
            CustomerId customer, UUID press, JobAct act, @Nullable Long groupId, JobPeople people, Actor actor) {
        Long target = act == JobAct.MOVE ? groupId : null;
        if (act == JobAct.MOVE
                && (target == null || groups.find(customer, target).isEmpty())) {
            return new StartJobResult.NoSuchGroup();
        }
        return transaction.execute(status -> write(customer, press, act, target, people, actor, status));
    }

    private StartJobResult write(
            CustomerId customer,
            UUID press,
            JobAct act,
            @Nullable Long groupId,
            JobPeople people,
            Actor actor,
            TransactionStatus status) {
        Optional<Long> begun = jobs.insert(customer, press, act, groupId, actor, clock.instant());
        if (begun.isEmpty()) {
            return new StartJobResult.Started(jobs.ofPress(customer, press));
        }
        // after the press is known to be a new one: the same again sends nothing
        Optional<Limited> pressed = act == JobAct.RESEND ? presses.count(actor) : Optional.empty();
        if (pressed.isPresent()) {
            status.setRollbackOnly();
            return new StartJobResult.TooMany(pressed.get());
        }
        long jobId = begun.get();
        switch (people) {
            case JobPeople.Chosen chosen ->
                jobs.addPeople(
                        customer,
                        jobId,
                        invitations.byIds(customer, chosen.invitationIds()).stream()
                                .map(one -> one.id().value())
                                .toList());
            case JobPeople.Matching matching -> addMatching(customer, jobId, matching);
        }
        int total = jobs.total(customer, jobId);
        if (total == 0) {
            status.setRollbackOnly();
            return new StartJobResult.Nobody();
        }
        audit.record(
                customer,
                actor,
                "invitation_job.started",
                "invitation_job",
                String.valueOf(jobId),
                Map.of("act", act.name(), "people", String.valueOf(total)));
        timers.scheduleIfNotExists(JobTask.instance(customer, jobId), clock.instant());
        return new StartJobResult.Started(jobId);
    }

    private void addMatching(CustomerId customer, long jobId, JobPeople.Matching matching) {
        long before = Long.MAX_VALUE;
        List<Long> ids;
        do {
            ids = invitations.ids(matching.query(), customer, before, STEP);
            if (!ids.isEmpty()) {
                jobs.addPeople(customer, jobId, ids);
                before = ids.getLast();
            }
        } while (ids.size() == STEP);
    }
}
