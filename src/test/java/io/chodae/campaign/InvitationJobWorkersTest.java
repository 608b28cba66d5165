package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.AtOnce;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.directory.Account;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitee;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever works at it, and whatever else happens, everybody is reached once. */
@CampaignTest
@Import({Kits.class, Heard.class})
class InvitationJobWorkersTest extends InvitationJobWork {

    @Autowired
    private WorkInvitationJob work;

    @Autowired
    private JdbcClient jdbc;

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
