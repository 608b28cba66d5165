package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.AtOnce;
import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.Offers;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.CancelInvitation;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.Invitee;
import io.chodae.mail.Deliveries;
import io.chodae.mail.MailHistory;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something is done to many invitations: to everybody once, by the rules of doing it to one. */
@CampaignTest
@Import({Kits.class, Heard.class})
class InvitationJobTest {

    @Autowired
    private Kits kits;

    @Autowired
    private StartInvitationJob start;

    @Autowired
    private WorkInvitationJob work;

    @Autowired
    private InvitationJobs jobs;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private Offers offers;

    @Autowired
    private MyServices services;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private TestTimers timers;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void sendingAgainKeepsTheRulesOfSendingOneAgain() {
        InvitationId open = kits.invite(publisher);
        InvitationId accepted = kits.invite(publisher);
        kits.enrol(accepted);
        InvitationId canceled = kits.invite(publisher);
        cancel.cancel(canceled, publisher.actor());
        String twice = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), twice);
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), twice);
        long group = kits.group(publisher, "지배인", publisher.play());
        InvitationId goneGroup = kits.invite(publisher, kits.offerInto(publisher, group), Kits.address());
        deleteGroup.delete(publisher.customer(), group, publisher.actor());
        Invitation before = kits.now(open);
        clock.advance(Duration.ofHours(1));

        InvitationJob job = run(JobAct.RESEND, null, all());

        assertThat(job.results())
                .isEqualTo(Map.of(
                        BulkOutcome.DONE, 3,
                        BulkOutcome.ACCEPTED, 1,
                        BulkOutcome.NEWER_OUT, 1,
                        BulkOutcome.OFFER_GONE, 1));
        assertThat(job.total()).isEqualTo(6);
        Invitation after = kits.now(open);
        assertThat(after.linkNumber()).isEqualTo(2);
        assertThat(after.expiresAt()).isEqualTo(before.expiresAt().plus(Duration.ofHours(1)));
        assertThat(kits.now(canceled).state()).isEqualTo(InvitationState.INVITED);
        assertThat(kits.now(older).state()).isEqualTo(InvitationState.NOT_YET_SENT);
        assertThat(kits.now(newer).linkNumber()).isEqualTo(2);
        assertThat(kits.now(goneGroup).linkNumber()).isEqualTo(1);
        assertThat(mails(open)).hasSize(2);
        assertThat(mails(older)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from retired_link where customer_id = :customer")
                        .param("customer", publisher.customer().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(kits.accept(open, kits.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(kits.trail(publisher.customer(), "invitation_job", job.id()))
                .containsExactly("invitation_job.started", "invitation.sent_again");
        assertThat(jobs.doneTo(publisher.customer(), open.value()))
                .singleElement()
                .satisfies(done ->
                        assertThat(done.by()).isEqualTo(publisher.actor().label()));
        assertThat(jobs.doneTo(publisher.customer(), accepted.value())).isEmpty();
    }

    /** Of two that have ended, the newest goes out. */
    @Test
    void ofTwoEndedInvitationsOfOneAddressTheNewerIsSent() {
        String twice = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), twice);
        cancel.cancel(older, publisher.actor());
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), twice);
        cancel.cancel(newer, publisher.actor());

        assertThat(run(JobAct.RESEND, null, all()).results())
                .isEqualTo(Map.of(BulkOutcome.DONE, 1, BulkOutcome.NEWER_OUT, 1));
        assertThat(kits.now(newer).state()).isEqualTo(InvitationState.INVITED);
    }

    @Test
    void whoeverIsEnrolledByAnotherInvitationIsPassedOver() {
        String address = Kits.address();
        InvitationId old = kits.invite(publisher, kits.offer(publisher), address);
        clock.advance(Kits.LIFETIME);
        kits.enrol(kits.invite(publisher, kits.offer(publisher), address));

        assertThat(run(JobAct.RESEND, null, chosen(old)).results()).isEqualTo(Map.of(BulkOutcome.ADDRESS_ENROLLED, 1));
    }

    @Test
    void seatsGoToTheNewestAndTheRestIsCounted() {
        publisher = kits.trial();
        List<InvitationId> ended = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            ended.add(kits.invite(publisher));
        }
        ended.forEach(id -> cancel.cancel(id, publisher.actor()));
        for (int i = 0; i < 6; i++) {
            kits.invite(publisher);
        }

        InvitationJob job = run(JobAct.RESEND, null, all());

        assertThat(job.results()).isEqualTo(Map.of(BulkOutcome.DONE, 10, BulkOutcome.NO_SEAT, 4));
        assertThat(kits.now(ended.getLast()).state()).isEqualTo(InvitationState.INVITED);
        assertThat(kits.now(ended.getFirst()).state()).isEqualTo(InvitationState.NOT_YET_SENT);
        assertThat(invitations.pending(publisher.customer())).isEqualTo(10);
    }

    @Test
    void cancellingLeavesAnswersAlone() {
        InvitationId open = kits.invite(publisher);
        InvitationId accepted = kits.invite(publisher);
        kits.enrol(accepted);
        InvitationId canceled = kits.invite(publisher);
        cancel.cancel(canceled, publisher.actor());

        assertThat(run(JobAct.CANCEL, null, all()).results())
                .isEqualTo(Map.of(BulkOutcome.DONE, 1, BulkOutcome.ACCEPTED, 1, BulkOutcome.ENDED, 1));
        assertThat(kits.now(open).withdrawn()).isEqualTo(Invitation.Withdrawn.CANCELED);
        assertThat(kits.now(accepted).state()).isEqualTo(InvitationState.ACCEPTED);
    }

    @Test
    void aMovedInvitationKeepsItsLinkAndItsSendingAndLeadsToTheNewGroup() {
        long oldPlay = kits.play(publisher, "옛 Play");
        long newPlay = kits.play(publisher, "새 Play");
        long offer = kits.offerInto(publisher, kits.group(publisher, "옛 그룹", oldPlay));
        long target = kits.group(publisher, "새 그룹", newPlay);
        InvitationId open = kits.invite(publisher, offer, Kits.address());
        InvitationId there = kits.invite(publisher, kits.offerInto(publisher, target), Kits.address());
        InvitationId canceled = kits.invite(publisher, offer, Kits.address());
        cancel.cancel(canceled, publisher.actor());
        Invitation before = kits.now(open);

        InvitationJob job = run(JobAct.MOVE, target, all());

        assertThat(job.results()).isEqualTo(Map.of(BulkOutcome.DONE, 1, BulkOutcome.SAME, 1, BulkOutcome.ENDED, 1));
        Invitation after = kits.now(open);
        assertThat(after.sendingId()).isEqualTo(offer);
        assertThat(after.linkNumber()).isEqualTo(before.linkNumber());
        assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
        assertThat(offers.find(publisher.customer(), after.offerId())
                        .orElseThrow()
                        .groupName())
                .isEqualTo("새 그룹");
        assertThat(invitations.countsOf(publisher.customer(), offer)).containsEntry(InvitationState.INVITED, 1);
        assertThat(mails(open)).hasSize(1);

        Account person = kits.enrol(open);
        assertThat(services.of(person.id()).getFirst().plays())
                .extracting(play -> play.name())
                .containsExactly("새 Play");
        assertThat(kits.now(there).offerId()).isEqualTo(kits.now(there).sendingId());
    }

    @Test
    void movingBackLeadsToTheFirstOfferAndMovingTwiceMakesOneOffer() {
        long first = kits.group(publisher, "가", publisher.play());
        long second = kits.group(publisher, "나", publisher.play());
        long offer = kits.offerInto(publisher, first);
        InvitationId one = kits.invite(publisher, offer, Kits.address());
        InvitationId other = kits.invite(publisher, offer, Kits.address());
        run(JobAct.MOVE, second, chosen(one));
        run(JobAct.MOVE, second, chosen(other));
        assertThat(kits.now(one).offerId()).isEqualTo(kits.now(other).offerId()).isNotEqualTo(offer);
        run(JobAct.MOVE, first, all());
        assertThat(kits.now(one).offerId()).isEqualTo(offer);
    }

    @Test
    void whereTheGroupGoesAwayNobodyIsMoved() {
        long target = kits.group(publisher, "사라질 그룹", publisher.play());
        InvitationId open = kits.invite(publisher);
        long job = started(JobAct.MOVE, target, all());
        deleteGroup.delete(publisher.customer(), target, publisher.actor());
        timers.runDue();
        assertThat(find(job).results()).isEqualTo(Map.of(BulkOutcome.OFFER_GONE, 1));
        assertThat(kits.now(open).offerId()).isEqualTo(kits.now(open).sendingId());
        assertThat(begin(UUID.randomUUID(), JobAct.MOVE, target, all())).isEqualTo(new StartJobResult.NoSuchGroup());
    }

    @Test
    void onePressIsOneJob() {
        InvitationId open = kits.invite(publisher);
        UUID press = UUID.randomUUID();
        StartJobResult first = begin(press, JobAct.RESEND, null, all());
        timers.runDue();
        assertThat(begin(press, JobAct.RESEND, null, all())).isEqualTo(first);
        timers.runDue();
        assertThat(kits.now(open).linkNumber()).isEqualTo(2);
    }

    @Test
    void nobodyIsNoJob() {
        assertThat(begin(UUID.randomUUID(), JobAct.CANCEL, null, all())).isEqualTo(new StartJobResult.Nobody());
        assertThat(begin(UUID.randomUUID(), JobAct.CANCEL, null, new JobPeople.Chosen(List.of(1L))))
                .isEqualTo(new StartJobResult.Nobody());
        assertThat(kits.trail(publisher.customer(), "invitation_job", 0)).isEmpty();
        assertThat(jobs.running(publisher.customer())).isEmpty();
    }

    @Test
    void anotherPublisherReachesNobody() {
        InvitationId open = kits.invite(publisher);
        Publisher stranger = kits.full();
        kits.invite(stranger);
        long theirs = kits.group(publisher, "그룹", publisher.play());

        assertThat(start.start(
                        stranger.customer(), UUID.randomUUID(), JobAct.CANCEL, null, chosen(open), stranger.actor()))
                .isEqualTo(new StartJobResult.Nobody());
        assertThat(start.start(stranger.customer(), UUID.randomUUID(), JobAct.MOVE, theirs, all(), stranger.actor()))
                .isEqualTo(new StartJobResult.NoSuchGroup());
        StartJobResult mine =
                start.start(stranger.customer(), UUID.randomUUID(), JobAct.CANCEL, null, all(), stranger.actor());
        timers.runDue();
        assertThat(kits.now(open).state()).isEqualTo(InvitationState.INVITED);
        assertThat(jobs.find(publisher.customer(), ((StartJobResult.Started) mine).jobId()))
                .isEmpty();
    }

    @Test
    void aWorkerThatDiedInTheMiddleIsFollowedByOneThatReachesEverybodyOnce() {
        inviteMany(2_300);
        long id = started(JobAct.RESEND, null, all());
        AtomicInteger asked = new AtomicInteger();
        assertThat(work.work(publisher.customer(), id, () -> asked.getAndIncrement() > 0))
                .isFalse();
        assertThat(find(id).done()).isEqualTo(1_000);
        jdbc.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'a dead node', last_heartbeat = :now
                        where task_name = 'invitation.job' and task_instance = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", publisher.customer().value() + ":" + id)
                .update();
        timers.runDue();
        assertThat(find(id).done()).isEqualTo(1_000);

        clock.advance(Duration.ofHours(1));
        timers.findDeadNodes();
        timers.runDue();

        assertThat(find(id).results()).isEqualTo(Map.of(BulkOutcome.DONE, 2_300));
        assertThat(find(id).finishedAt()).isNotNull();
        assertEverybodyHasTwoMails(2_300);
    }

    @Test
    void twoWorkersTakeTurns() throws Exception {
        inviteMany(2_300);
        long id = started(JobAct.RESEND, null, all());
        AtOnce.<Boolean>run(
                () -> work.work(publisher.customer(), id, () -> false),
                () -> work.work(publisher.customer(), id, () -> false));
        assertThat(find(id).results()).isEqualTo(Map.of(BulkOutcome.DONE, 2_300));
        assertEverybodyHasTwoMails(2_300);
    }

    @RepeatedTest(4)
    void sendingAgainAgainstAcceptingHasOneOutcomeForEach() throws Exception {
        List<InvitationId> ids =
                IntStream.range(0, 6).mapToObj(i -> kits.invite(publisher)).toList();
        List<Account> people = ids.stream().map(id -> kits.person()).toList();
        long job = started(JobAct.RESEND, null, all());

        AtOnce.<Object>run(
                () -> work.work(publisher.customer(), job, () -> false),
                () -> kits.accept(ids.get(0), people.get(0)),
                () -> kits.accept(ids.get(3), people.get(3)),
                () -> kits.accept(ids.get(5), people.get(5)));

        InvitationJob done = find(job);
        assertThat(done.done()).isEqualTo(6);
        for (int i = 0; i < 6; i++) {
            Invitation now = kits.now(ids.get(i));
            boolean accepted = now.state() == InvitationState.ACCEPTED;
            assertThat(kits.enrolments(publisher, people.get(i).id())).isEqualTo(accepted ? 1 : 0);
            assertThat(now.linkNumber()).isEqualTo(mails(ids.get(i)).size());
        }
        assertThat(done.count(BulkOutcome.DONE) + done.count(BulkOutcome.ACCEPTED))
                .isEqualTo(6);
    }

    @RepeatedTest(4)
    void sendingAgainAgainstCancellingAndMovingEndsWithoutDeadlock() throws Exception {
        for (int i = 0; i < 30; i++) {
            kits.invite(publisher);
        }
        long target = kits.group(publisher, "새 그룹", publisher.play());
        long again = started(JobAct.RESEND, null, all());
        long off = started(JobAct.CANCEL, null, all());
        long move = started(JobAct.MOVE, target, all());
        AtOnce.<Boolean>run(
                () -> work.work(publisher.customer(), again, () -> false),
                () -> work.work(publisher.customer(), off, () -> false),
                () -> work.work(publisher.customer(), move, () -> false));
        assertThat(find(again).results()).isEqualTo(Map.of(BulkOutcome.DONE, 30));
        assertThat(find(off).results()).isEqualTo(Map.of(BulkOutcome.DONE, 30));
        assertThat(find(move).done()).isEqualTo(30);
    }

    private InvitationJob run(JobAct act, @Nullable Long group, JobPeople people) {
        long id = started(act, group, people);
        timers.runDue();
        InvitationJob job = find(id);
        assertThat(job.finishedAt()).isNotNull();
        assertThat(job.done()).isEqualTo(job.total());
        return job;
    }

    private long started(JobAct act, @Nullable Long group, JobPeople people) {
        return ((StartJobResult.Started) begin(UUID.randomUUID(), act, group, people)).jobId();
    }

    private StartJobResult begin(UUID press, JobAct act, @Nullable Long group, JobPeople people) {
        return start.start(publisher.customer(), press, act, group, people, publisher.actor());
    }

    private InvitationJob find(long id) {
        return jobs.find(publisher.customer(), id).orElseThrow();
    }

    private static JobPeople all() {
        return new JobPeople.Matching(
                new InvitationQuery("", Optional.empty(), OptionalLong.empty(), Optional.empty(), 1));
    }

    private static JobPeople chosen(InvitationId... ids) {
        return new JobPeople.Chosen(
                List.of(ids).stream().map(InvitationId::value).toList());
    }

    private List<MailHistory> mails(InvitationId id) {
        return deliveries
                .historyOf(publisher.customer(), "invitation", id.value())
                .reversed();
    }

    private void inviteMany(int people) {
        long offer = kits.offer(publisher);
        kits.send(
                publisher,
                offer,
                IntStream.range(0, people)
                        .mapToObj(i -> Kits.invitee(Kits.address()))
                        .toArray(Invitee[]::new));
    }

    private void assertEverybodyHasTwoMails(int people) {
        assertThat(jdbc.sql("""
                                select count(*) from (select subject_id from mail
                                                      where customer_id = :customer and kind = 'invitation'
                                                      group by 1
                                                      having count(*) = 2 and max(subject_number) = 2) as twice""")
                        .param("customer", publisher.customer().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
        assertThat(jdbc.sql("""
                                select count(*) from invitation
                                where customer_id = :customer and link_number = 2 and mails_sent = 2""")
                        .param("customer", publisher.customer().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(people);
    }
}
