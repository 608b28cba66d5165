package io.chodae.capture;

import io.chodae.shared.CustomerId;
import io.chodae.shared.Slice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was asked to be done to many unmanaged accounts, and how far it is. */
@Component
public class TransferJobs {

    private final TransferJobStore jobs;

    TransferJobs(TransferJobStore jobs) {
        this.jobs = jobs;
    }

    /** Empty where this customer has no such job. */
    public Optional<TransferJob> find(CustomerId customer, long jobId) {
        return jobs.find(customer, jobId);
    }

    /** Those that are worked at, newest first. */
    public List<TransferJob> running(CustomerId customer) {
        return jobs.running(customer);
    }

    /**
     * For whom it did nothing so far, by address.
     *
     * @param after the key of the address where the slice before ended; empty for the first
     */
    public Slice<NotDone> notDone(CustomerId customer, long jobId, Optional<String> after, int size) {
        List<NotDone> found = jobs.notDone(customer, jobId, after.orElse(""), size + 1);
        boolean more = found.size() > size;
        List<NotDone> shown = more ? found.subList(0, size) : found;
        return new Slice<>(shown, more ? Optional.of(shown.getLast().email().key()) : Optional.empty());
    }
}
