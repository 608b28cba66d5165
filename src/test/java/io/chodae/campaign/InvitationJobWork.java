package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailHistory;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Acts on many invitations of a publisher, begun and worked off. */
abstract class InvitationJobWork {

    @Autowired
    Kits kits;

    @Autowired
    StartInvitationJob start;

    @Autowired
    InvitationJobs jobs;

    @Autowired
    CancelInvitation cancel;

    @Autowired
    DeleteUserGroup deleteGroup;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    InvitationJob run(JobAct act, @Nullable Long group, JobPeople people) {
        long id = started(act, group, people);
        timers.runDue();
        InvitationJob job = find(id);
        assertThat(job.finishedAt()).isNotNull();
        assertThat(job.done()).isEqualTo(job.total());
        return job;
    }

    long started(JobAct act, @Nullable Long group, JobPeople people) {
        return ((StartJobResult.Started) begin(UUID.randomUUID(), act, group, people)).jobId();
    }

    StartJobResult begin(UUID press, JobAct act, @Nullable Long group, JobPeople people) {
        return start.start(publisher.customer(), press, act, group, people, publisher.actor());
    }

    InvitationJob find(long id) {
        return jobs.find(publisher.customer(), id).orElseThrow();
    }

    static JobPeople all() {
        return new JobPeople.Matching(
                new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 1));
    }

    static JobPeople chosen(InvitationId... ids) {
        return new JobPeople.Chosen(
                List.of(ids).stream().map(InvitationId::value).toList());
    }

    List<MailHistory> mails(InvitationId id) {
        return deliveries
                .historyOf(publisher.customer(), "invitation", id.value())
                .reversed();
    }
}
