package io.chodae.capture;

import io.chodae.shared.CustomerId;
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
}
