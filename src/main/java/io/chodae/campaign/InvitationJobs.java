package io.chodae.campaign;

import io.chodae.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked to be done to many invitations, and how far it is. */
@Component
public class InvitationJobs {

    private final JobStore jobs;

    InvitationJobs(JobStore jobs) {
        this.jobs = jobs;
    }

    /**
     * Something that was done to an invitation together with others.
     *
     * @param by address of the operator
     * @param group by its name, of {@link JobAct#MOVE}
     */
    public record Done(
            JobAct act, Instant at, String by, @Nullable String group) {}

    /** Empty where this customer has no such job. */
    @Transactional(readOnly = true)
    public Optional<InvitationJob> find(CustomerId customer, long jobId) {
        return jobs.find(customer, jobId);
    }

    /** Those that are worked at, newest first. */
    @Transactional(readOnly = true)
    public List<InvitationJob> running(CustomerId customer) {
        return jobs.running(customer);
    }

    /** What was done to one invitation, oldest first. */
    @Transactional(readOnly = true)
    public List<Done> doneTo(CustomerId customer, long invitationId) {
        return jobs.doneTo(customer, invitationId);
    }
}
