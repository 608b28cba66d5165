package io.chodae.capture;

import io.chodae.capture.TransferJobStore.Person;
import io.chodae.capture.TransferJobStore.Running;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does to a thousand accounts after the other what was asked for. It may be killed anywhere and started again anywhere,
 * also twice at the same time: what is done to a chunk and how far the job has come are one transaction.
 */
@Component
class WorkTransferJob {

    private final TransactionTemplate transaction;
    private final TransferJobStore jobs;
    private final SendUserInvitations send;
    private final CancelUserInvitations cancel;
    private final EvictMany evict;
    private final Clock clock;
    private final int chunk;

    WorkTransferJob(
            TransactionTemplate transaction,
            TransferJobStore jobs,
            SendUserInvitations send,
            CancelUserInvitations cancel,
            EvictMany evict,
            Clock clock,
            @Value("${chodae.capture.job-chunk:1000}") int chunk) {
        this.transaction = transaction;
        this.jobs = jobs;
        this.send = send;
        this.cancel = cancel;
        this.evict = evict;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Whether nothing is left to be done. */
    boolean work(CustomerId customer, long jobId, BooleanSupplier stop) {
        while (!stop.getAsBoolean()) {
            boolean more = transaction.execute(status -> step(customer, jobId));
            if (!more) {
                return true;
            }
        }
        return false;
    }

    private boolean step(CustomerId customer, long jobId) {
        Optional<Running> running = jobs.lock(customer, jobId);
        if (running.isEmpty()) {
            return false;
        }
        List<Person> people = jobs.next(running.get(), chunk);
        if (!people.isEmpty()) {
            jobs.advance(
                    running.get(),
                    act(running.get(), people),
                    people.getLast().email().key());
        }
        if (people.size() < chunk) {
            jobs.finish(running.get().job(), clock.instant());
            return false;
        }
        return true;
    }

    private Map<String, String> act(Running running, List<Person> people) {
        CustomerId customer = running.job().customer();
        Map<String, String> results = new LinkedHashMap<>();
        send.send(customer, those(people, TransferAct.SEND), running.actor())
                .forEach((key, result) -> results.put(key, name(result, TransferJob.SENT)));
        cancel.cancel(customer, those(people, TransferAct.CANCEL), running.actor())
                .forEach((key, result) -> results.put(key, name(result, TransferJob.CANCELED)));
        evict.evict(customer, those(people, TransferAct.EVICT), running.actor()).forEach(results::put);
        return results;
    }

    private static List<EmailAddress> those(List<Person> people, TransferAct act) {
        return people.stream()
                .filter(person -> person.act() == act)
                .map(Person::email)
                .toList();
    }

    private static String name(UserInvitationResult result, String done) {
        return switch (result) {
            case UserInvitationResult.Done ignored -> done;
            case UserInvitationResult.Refused refused -> refused.reason().name();
        };
    }
}
