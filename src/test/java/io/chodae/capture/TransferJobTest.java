package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.TransferPeople.Chosen;
import io.chodae.capture.TransferPeople.Line;
import io.chodae.capture.TransferPeople.Matching;
import io.chodae.capture.TransferPeople.Uploaded;
import io.chodae.shared.EmailAddress;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class TransferJobTest {

    @Autowired
    private Captures captures;

    @Autowired
    private StartTransferJob start;

    @Autowired
    private WorkTransferJob work;

    @Autowired
    private TransferJobs jobs;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private TestTimers timers;

    @Autowired
    private ForgetTransferPeople forget;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Organisation hotel;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @BeforeEach
    void people() {
        hotel = captures.organisation();
        for (int n = 1; n <= 8; n++) {
            captures.person(hotel.at("p" + n));
        }
        captures.person(hotel.at("q1"));
    }

    @Test
    void aPageCountsNoFurtherThanItShows() {
        captures.send(hotel, hotel.at("p1"));
        assertThat(invitations.countsUpTo(hotel.customer(), "p", 5))
                .isEqualTo(Map.of(
                        UserInvitationState.NOT_YET_SENT, 5L,
                        UserInvitationState.INVITED, 1L,
                        UserInvitationState.ACCEPTED, 0L,
                        UserInvitationState.DECLINED, 0L));
    }

    @Test
    void allThatMatchAreSentAndCounted() {
        captures.send(hotel, hotel.at("p1"));
        TransferJob job = done(new Matching(TransferAct.SEND, EnumSet.of(UserInvitationState.NOT_YET_SENT), "p"));
        assertThat(job.total()).isEqualTo(7);
        assertThat(job.results()).isEqualTo(Map.of("SENT", 7));
        assertThat(invitations.counts(hotel.customer()))
                .containsEntry(UserInvitationState.INVITED, 8L)
                .containsEntry(UserInvitationState.NOT_YET_SENT, 1L);
        assertThat(invitations.counts(hotel.customer(), "p")).containsEntry(UserInvitationState.NOT_YET_SENT, 0L);
    }

    @Test
    void aFileSendsAndTakesBackAndSaysWhatItCouldNot() {
        captures.send(hotel, hotel.at("p2"));
        TransferJob job = done(new Uploaded(List.of(
                new Line(hotel.at("p1"), TransferAct.SEND),
                new Line(hotel.at("p2"), TransferAct.CANCEL),
                new Line(hotel.at("p3"), TransferAct.CANCEL),
                new Line(hotel.at("nobody"), TransferAct.SEND),
                new Line(EmailAddress.of("p1@" + captures.freshDomain()), TransferAct.SEND))));
        assertThat(job.kind()).isEqualTo(TransferJob.Kind.UPLOAD);
        assertThat(job.results())
                .isEqualTo(Map.of("SENT", 1, "CANCELED", 1, "NOT_INVITED", 1, "NO_ACCOUNT", 1, "FOREIGN_DOMAIN", 1));
    }

    @Test
    void onePressIsOneJobAndAStoppedOneGoesOn() {
        UUID press = UUID.randomUUID();
        Chosen chosen =
                new Chosen(TransferAct.SEND, List.of(hotel.at("p1"), hotel.at("p2"), hotel.at("p3"), hotel.at("p4")));
        long id = start.start(hotel.customer(), press, chosen, hotel.actor()).orElseThrow();
        assertThat(start.start(hotel.customer(), press, chosen, hotel.actor())).hasValue(id);
        boolean[] stop = {false, true};
        int[] asked = {0};
        assertThat(work.work(hotel.customer(), id, () -> stop[asked[0]++])).isFalse();
        assertThat(jobs.find(hotel.customer(), id).orElseThrow().done()).isEqualTo(3);
        assertThat(jobs.running(hotel.customer())).hasSize(1);
        timers.runDue();
        assertThat(jobs.find(hotel.customer(), id).orElseThrow().results()).isEqualTo(Map.of("SENT", 4));
        assertThat(captures.all(hotel)).filteredOn(one -> one.mailsSent() > 1).isEmpty();
        assertThat(jobs.running(hotel.customer())).isEmpty();
    }

    @Test
    void nobodyIsNoJobAndAnotherCustomerSeesNone() {
        assertThat(start.start(
                        hotel.customer(),
                        UUID.randomUUID(),
                        new Matching(TransferAct.CANCEL, EnumSet.of(UserInvitationState.INVITED), ""),
                        hotel.actor()))
                .isEmpty();
        TransferJob job = done(new Chosen(TransferAct.SEND, List.of(hotel.at("p1"))));
        assertThat(jobs.find(captures.organisation().customer(), job.id())).isEmpty();
    }

    @Test
    void whomAJobWasAboutIsForgottenThirtyDaysAfterItsEnd() {
        TransferJob job = done(new Chosen(TransferAct.SEND, List.of(hotel.at("p1"))));
        clock.advance(Duration.ofDays(29));
        forget.forget();
        assertThat(people(job)).isOne();
        clock.advance(Duration.ofDays(2));
        forget.forget();
        assertThat(people(job)).isZero();
        assertThat(jobs.find(hotel.customer(), job.id()).orElseThrow().results())
                .isEqualTo(Map.of("SENT", 1));
    }

    private int people(TransferJob job) {
        return jdbc.sql("select count(*) from transfer_job_person where customer_id = :customer and job_id = :job")
                .param("customer", hotel.customer().value())
                .param("job", job.id())
                .query(Integer.class)
                .single();
    }

    private TransferJob done(TransferPeople people) {
        long id = start.start(hotel.customer(), UUID.randomUUID(), people, hotel.actor())
                .orElseThrow();
        timers.runDue();
        TransferJob job = jobs.find(hotel.customer(), id).orElseThrow();
        assertThat(job.finishedAt()).isNotNull();
        return job;
    }
}
