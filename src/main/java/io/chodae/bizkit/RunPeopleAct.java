package io.chodae.bizkit;

import io.chodae.audit.AuditTrail;
import io.chodae.bizkit.ActOnPeople.Acted;
import io.chodae.bizkit.PeopleJobStore.Work;
import io.chodae.shared.CustomerId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works at an act on many people, chunk by chunk in the order of their ids. Each chunk and the note how far it is are
 * one transaction, so that it may be killed anywhere and gone on with by anybody; two who work at once take turns.
 */
@Component
class RunPeopleAct {

    static final int CHUNK = 500;

    private final TransactionTemplate transaction;
    private final PeopleJobStore jobs;
    private final People people;
    private final ActOnPeople acts;
    private final AuditTrail audit;
    private final Clock clock;

    RunPeopleAct(
            TransactionTemplate transaction,
            PeopleJobStore jobs,
            People people,
            ActOnPeople acts,
            AuditTrail audit,
            Clock clock) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.people = people;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param stop asked between two chunks
     * @return false where it was stopped before its end
     */
    boolean run(CustomerId customer, long actId, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            if (!transaction.execute(status -> chunk(customer, actId))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there may be more. */
    private boolean chunk(CustomerId customer, long actId) {
        Optional<Work> found = jobs.lock(customer, actId);
        if (found.isEmpty()) {
            return false;
        }
        Work work = found.get();
        List<Long> users = people.ids(customer, work.selection(), work.position(), work.lastUser(), CHUNK);
        Optional<Acted> acted = acts.act(customer, users, work.act(), work.actor());
        if (acted.isEmpty()) {
            end(customer, actId, work, PeopleJob.State.STOPPED);
            return false;
        }
        if (!users.isEmpty()) {
            jobs.advance(
                    customer,
                    actId,
                    users.getLast(),
                    users.size(),
                    acted.get().changed(),
                    acted.get().needsInvitation());
        }
        if (users.size() < CHUNK) {
            end(customer, actId, work, PeopleJob.State.DONE);
            return false;
        }
        return true;
    }

    private void end(CustomerId customer, long actId, Work work, PeopleJob.State state) {
        jobs.end(customer, actId, state, clock.instant());
        audit.record(
                customer,
                work.actor(),
                state == PeopleJob.State.DONE ? "people.act_done" : "people.act_stopped",
                "people_act",
                String.valueOf(actId),
                Map.of("kind", work.act().kind().name()));
    }
}
