package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.BizKits;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.directory.SuspendCustomer;
import io.chodae.invitation.Hindrance;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.RemindInvitees;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import io.chodae.mail.DeliveryCounts;
import io.chodae.mail.SweepMails;
import io.chodae.shared.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SteerCampaignTest extends SentCampaigns {

    @Autowired
    private WriteChunk chunk;

    @Autowired
    private PauseCampaign pause;

    @Autowired
    private ResumeCampaign resume;

    @Autowired
    private CancelCampaign cancel;

    @Autowired
    private RetryFailedMails retry;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private BizKits kits;

    @Autowired
    private RemindInvitees remind;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private SweepMails sweepMails;

    @Autowired
    private SweepCampaigns sweepCampaigns;

    @Test
    void a_pause_stops_the_writing_and_the_mails_and_going_on_finishes_both() {
        long id = send(2_500);
        chunk.write(customer, id);

        assertThat(pause.pause(customer, id, hotel.actor())).isEqualTo(new SteerResult.Done());
        timers.runDue();
        assertThat(chunk.write(customer, id)).isFalse();

        assertThat(campaign(id).state()).isEqualTo(CampaignState.PAUSED);
        assertThat(campaign(id).pause())
                .isEqualTo(new Pause(Pause.Cause.OPERATOR, hotel.actor().label(), clock.instant(), 0, 0, null));
        assertThat(counts(id)).isEqualTo(new DeliveryCounts(0, 0, 0, 0, 0, 1_000, 0, 0));

        assertThat(resume.resume(customer, id, hotel.actor())).isEqualTo(new SteerResult.Done());
        assertThat(campaign(id).pause()).isNull();
        timers.runDue();

        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(counts(id)).isEqualTo(new DeliveryCounts(2_500, 0, 0, 0, 0, 0, 0, 0));
        assertThat(audited(id)).containsExactly("campaign.started", "campaign.paused", "campaign.resumed");
    }

    @Test
    void nobody_is_sent_a_new_link_while_the_mails_wait() {
        long id = send(2);
        timers.runDue();
        pause.pause(customer, id, hotel.actor());
        timers.runDue();
        InvitationId person = new InvitationId(customer, invited(id).getFirst());

        assertThat(resend.resend(person, kits.get(customer).invitationLifetime(), hotel.actor()))
                .isEqualTo(new ResendResult.Hindered(Hindrance.SENDING_PAUSED));
        assertThat(counts(id).held()).isEqualTo(2);

        resume.resume(customer, id, hotel.actor());
        assertThat(resend.resend(person, kits.get(customer).invitationLifetime(), hotel.actor()))
                .isInstanceOf(ResendResult.Sent.class);
    }

    @Test
    void reminders_wait_with_the_sending() {
        long id = send(2);
        timers.runDue();
        clock.advance(Duration.ofDays(2));
        assertThat(remind.remindDue(customer, List.of(Duration.ofDays(1)))).isEqualTo(2);

        pause.pause(customer, id, hotel.actor());
        timers.runDue();
        assertThat(reminders(id).held()).isEqualTo(2);

        resume.resume(customer, id, hotel.actor());
        timers.runDue();
        assertThat(reminders(id).held()).isZero();
    }

    @Test
    void a_publisher_that_is_stopped_writes_and_mails_nothing_until_it_may_go_on() {
        long id = send(2_500);
        chunk.write(customer, id);
        suspend.suspend(customer, Actor.system());

        timers.runDue();
        sweepMails.sweep();
        assertThat(campaign(id).written()).isEqualTo(1_000);
        clock.advance(Duration.ofMinutes(2));
        sweepMails.sweep();
        assertThat(counts(id).held()).isEqualTo(1_000);
        pause.pause(customer, id, hotel.actor());
        assertThat(resume.resume(customer, id, hotel.actor())).isEqualTo(new SteerResult.PublisherSuspended());

        suspend.resume(customer, Actor.system());
        sweepMails.sweep();
        assertThat(counts(id).held()).as("paused meanwhile").isEqualTo(1_000);
        resume.resume(customer, id, hotel.actor());
        timers.runDue();
        assertThat(campaign(id).written()).isEqualTo(2_500);
        assertThat(counts(id)).isEqualTo(new DeliveryCounts(2_500, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void what_waited_goes_on_by_itself_when_the_publisher_may() {
        long id = send(3);
        suspend.suspend(customer, Actor.system());
        timers.runDue();
        assertThat(campaign(id).written()).isZero();

        suspend.resume(customer, Actor.system());
        sweepCampaigns.sweep();
        timers.runDue();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(counts(id)).isEqualTo(new DeliveryCounts(3, 0, 0, 0, 0, 0, 0, 0));
    }

    private DeliveryCounts reminders(long id) {
        return deliveries.countsForBatch(customer, "reminder", campaign(id).offerId());
    }

    @Test
    void a_second_press_changes_nothing_and_says_how_it_stands() {
        long id = send(1);
        timers.runDue();
        assertThat(resume.resume(customer, id, hotel.actor())).isEqualTo(new SteerResult.NotNow(CampaignState.WRITTEN));
        pause.pause(customer, id, hotel.actor());
        assertThat(pause.pause(customer, id, hotel.actor())).isEqualTo(new SteerResult.NotNow(CampaignState.PAUSED));
        cancel.cancel(customer, id, hotel.actor());
        assertThat(cancel.cancel(customer, id, hotel.actor()))
                .isEqualTo(new SteerResult.NotNow(CampaignState.CANCELED));
        assertThat(resume.resume(customer, id, hotel.actor()))
                .isEqualTo(new SteerResult.NotNow(CampaignState.CANCELED));
        assertThat(retry.retry(customer, id, hotel.actor())).isEqualTo(new RetryResult.NotNow(CampaignState.CANCELED));
        assertThat(audited(id)).containsExactly("campaign.started", "campaign.paused", "campaign.canceled");
    }

    @Test
    void of_presses_at_the_same_time_one_counts() throws Exception {
        long id = send(1_200);
        chunk.write(customer, id);
        CyclicBarrier barrier = new CyclicBarrier(4);
        List<SteerResult> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SteerResult>> presses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                presses.add(threads.submit(() -> {
                    barrier.await();
                    return pause.pause(customer, id, hotel.actor());
                }));
            }
            for (Future<SteerResult> press : presses) {
                results.add(press.get());
            }
        }
        assertThat(results).containsOnlyOnce(new SteerResult.Done());
        assertThat(audited(id)).containsExactly("campaign.started", "campaign.paused");
    }

    @Test
    void cancelling_the_rest_takes_back_whoever_has_no_mail_and_nobody_else() {
        long id = send(2_500);
        chunk.write(customer, id);
        List<Long> people = invited(id);
        become(people.subList(0, 10), "sent", "250 ok");
        become(people.subList(10, 15), "failed", "550 5.1.1 no such user");
        become(people.subList(15, 20), "deferred", "450 later");
        become(people.subList(20, 22), "sending", "");
        assertThat(cancel.rest(customer, id).orElseThrow()).isEqualTo(new RestOfCampaign(1_500, 985, 5));

        assertThat(cancel.cancel(customer, id, hotel.actor())).isEqualTo(new SteerResult.Done());
        timers.runDue();
        // two mails are under way: one goes out, one does not
        become(people.subList(20, 21), "sent", "250 ok");
        become(people.subList(21, 22), "held", "450 later");
        clock.advance(Duration.ofSeconds(3));
        timers.runDue();

        assertThat(progress(id).states().get(InvitationState.INVITED)).isEqualTo(11);
        assertThat(progress(id).states().get(InvitationState.NOT_YET_SENT)).isEqualTo(989);
        assertThat(campaign(id).written()).isEqualTo(1_000);
        assertThat(campaign(id).state()).isEqualTo(CampaignState.CANCELED);
        assertThat(counts(id)).isEqualTo(new DeliveryCounts(0, 11, 0, 5, 984, 0, 0, 0));
        assertThat(held(id)).isZero();
        assertThat(timersLeft(id)).isZero();
    }

    @Test
    void who_is_invited_again_after_the_cancellation_gets_a_mail() {
        long id = send(2);
        timers.runDue();
        long person = invited(id).getFirst();
        cancel.cancel(customer, id, hotel.actor());
        clock.advance(Duration.ofSeconds(1));
        resend.resend(new InvitationId(customer, person), kits.get(customer).invitationLifetime(), hotel.actor());

        timers.runDue();

        assertThat(counts(id)).isEqualTo(new DeliveryCounts(1, 0, 0, 0, 2, 0, 0, 0));
        assertThat(progress(id).states().get(InvitationState.INVITED)).isEqualTo(1);
    }

    @Test
    void seats_come_back_after_a_cancellation() {
        Publisher trial = publishers.trial("새벽카페");
        long id = send(trial, forms.openWithFile(trial, Forms.csv(directory, 10)));
        timers.runDue();
        cancel.cancel(trial.customer(), id, trial.actor());
        timers.runDue();
        clock.advance(Duration.ofDays(2));
        long next = send(trial, forms.openWithFile(trial, Forms.csv(directory, 10)));
        timers.runDue();
        assertThat(campaigns.find(trial.customer(), next).orElseThrow().state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void a_campaign_that_ran_out_of_seats_goes_on_when_there_are_some() {
        Publisher trial = publishers.trial("새벽카페");
        long id = send(trial, forms.openWith(trial, "a@x.example", "b@x.example", "c@x.example"));
        for (int i = 0; i < 8; i++) {
            publishers.invite(trial, "earlier" + i + "@x.example");
        }
        timers.runDue();
        assertThat(campaigns.find(trial.customer(), id).orElseThrow().state()).isEqualTo(CampaignState.FAILED);
        jdbc.sql("""
                        update invitation set expires_at = sent_at
                        where customer_id = :customer and email like 'earlier%'""").param("customer", trial.customer().value()).update();

        assertThat(resume.resume(trial.customer(), id, trial.actor())).isEqualTo(new SteerResult.Done());
        timers.runDue();

        Campaign campaign = campaigns.find(trial.customer(), id).orElseThrow();
        assertThat(campaign.state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(campaign.written()).isEqualTo(3);
        assertThat(campaign.failure()).isNull();
    }

    @Test
    void only_what_failed_is_tried_again() {
        long id = send(5);
        timers.runDue();
        List<Long> people = invited(id);
        become(people.subList(0, 2), "sent", "250 ok");
        become(people.subList(2, 4), "failed", "550 5.7.1 no");

        assertThat(retry.retry(customer, id, hotel.actor())).isEqualTo(new RetryResult.Retried(2));
        assertThat(retry.retry(customer, id, hotel.actor())).isEqualTo(new RetryResult.Retried(0));

        assertThat(counts(id)).isEqualTo(new DeliveryCounts(3, 2, 0, 0, 0, 0, 0, 0));
        assertThat(audited(id)).containsExactly("campaign.started", "campaign.retried");
    }

    @Test
    void another_publisher_steers_nothing() {
        long id = send(3);
        Publisher stranger = publishers.full("새벽카페");
        CustomerId other = stranger.customer();
        Actor actor = stranger.actor();

        assertThat(pause.pause(other, id, actor)).isEqualTo(new SteerResult.Gone());
        assertThat(resume.resume(other, id, actor)).isEqualTo(new SteerResult.Gone());
        assertThat(cancel.cancel(other, id, actor)).isEqualTo(new SteerResult.Gone());
        assertThat(cancel.rest(other, id)).isEmpty();
        assertThat(retry.retry(other, id, actor)).isEqualTo(new RetryResult.Gone());

        timers.runDue();
        assertThat(campaign(id).state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(counts(id).queued()).isEqualTo(3);
    }

    private List<String> audited(long id) {
        return jdbc.sql("""
                        select action from audit_event
                        where customer_id = :customer and subject_type = 'campaign' and subject_id = :id
                        order by audit_id""")
                .param("customer", customer.value())
                .param("id", String.valueOf(id))
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private int held(long id) {
        return jdbc.sql("select count(*) from mail_hold where customer_id = :customer and batch_id = :offer")
                .param("customer", customer.value())
                .param("offer", campaign(id).offerId())
                .query(Integer.class)
                .single();
    }

    private int timersLeft(long id) {
        return jdbc.sql("select count(*) from scheduled_tasks where starts_with(task_instance, :id)")
                .param("id", customer.value() + ":" + id)
                .query(Integer.class)
                .single();
    }

    private Progress progress(long id) {
        return campaigns.progress(customer, id).orElseThrow();
    }
}
