package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.Kits;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.BulkOutcome;
import io.chodae.invitation.Invitation;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something is done to many invitations by the rules of doing it to one. */
@CampaignTest
@Import({Kits.class, Heard.class})
class InvitationJobRulesTest extends InvitationJobWork {

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

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
}
