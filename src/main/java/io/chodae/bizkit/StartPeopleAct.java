package io.chodae.bizkit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chodae.audit.Actor;
import io.chodae.audit.AuditTrail;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins an act on many people. Few are done before the answer; many in the background. A timer knows of both, so that
 * neither ends halfway.
 */
@Component
public class StartPeopleAct {

    /** So many are done at once, within a moment. */
    static final int AT_ONCE = 300;

    private final TransactionTemplate transaction;
    private final People people;
    private final PeopleJobStore store;
    private final PeopleJobs jobs;
    private final RunPeopleAct run;
    private final UserGroups groups;
    private final SetMembershipEnd ends;
    private final SchedulerClient timers;
    private final AuditTrail audit;
    private final Clock clock;

    StartPeopleAct(
            TransactionTemplate transaction,
            People people,
            PeopleJobStore store,
            PeopleJobs jobs,
            RunPeopleAct run,
            UserGroups groups,
            SetMembershipEnd ends,
            SchedulerClient timers,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.people = people;
        this.store = store;
        this.jobs = jobs;
        this.run = run;
        this.groups = groups;
        this.ends = ends;
        this.timers = timers;
        this.audit = audit;
        this.clock = clock;
    }

    public StartActResult start(CustomerId customer, Selection selection, PeopleAct act, Actor actor) {
        if (act instanceof PeopleAct.Move move
                && move.groupId() != null
                && groups.find(customer, move.groupId()).isEmpty()) {
            return new StartActResult.GroupGone();
        }
        if (act instanceof PeopleAct.End end && end.endsOn() != null && !ends.mayEndOn(end.endsOn())) {
            return new StartActResult.DayOver();
        }
        PeopleCount count = people.count(customer, selection);
        if (count.people() == 0) {
            return new StartActResult.Nobody();
        }
        long id = transaction.execute(status -> begin(customer, selection, act, count, actor));
        if (count.people() <= AT_ONCE) {
            run.run(customer, id, () -> false);
        }
        return new StartActResult.Started(jobs.find(customer, id).orElseThrow());
    }

    private long begin(CustomerId customer, Selection selection, PeopleAct act, PeopleCount count, Actor actor) {
        long id = store.insert(customer, selection, act, count, actor, clock.instant());
        audit.record(
                customer,
                actor,
                "people.act_begun",
                "people_act",
                String.valueOf(id),
                Map.of("kind", act.kind().name(), "people", String.valueOf(count.people())));
        timers.scheduleIfNotExists(PeopleTimers.act(customer, id), clock.instant());
        return id;
    }
}
