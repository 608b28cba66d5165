package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.UserGroups;
import io.chodae.campaign.Publishers.Publisher;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class ScheduleDraftTest {

    private static final Instant NINE = TestClock.START.plus(Duration.ofHours(15));

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ScheduleDraft scheduleDraft;

    @Autowired
    private Schedules schedules;

    @Autowired
    private StartScheduled start;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private UserGroups groups;

    @Autowired
    private TestTimers timers;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void is_frozen_until_its_time_and_goes_out_then() {
        Draft draft = ready("a@hanbit-hotel.example", "b@hanbit-hotel.example");

        Schedule schedule = scheduled(draft, NINE);

        Campaign waits = campaign(schedule);
        assertThat(waits.state()).isEqualTo(CampaignState.SCHEDULED);
        assertThat(drafts.save(hotel.customer(), draft.id(), draft.version(), Forms.content(hotel), hotel.actor()))
                .isEqualTo(new SaveResult.AlreadySent(schedule.campaignId()));
        assertThat(schedules.waiting(hotel.customer())).containsExactly(schedule);
        at(NINE.minusSeconds(1));
        assertThat(campaign(schedule).state()).isEqualTo(CampaignState.SCHEDULED);

        at(NINE);

        Campaign sent = campaign(schedule);
        assertThat(sent.state()).isEqualTo(CampaignState.WRITTEN);
        assertThat(sent.written()).isEqualTo(2);
        assertThat(sent.createdBy()).isEqualTo(hotel.actor().label());
        assertThat(schedules.ofDraft(hotel.customer(), draft.id())).isEmpty();
    }

    @Test
    void a_new_group_is_made_when_the_time_has_come_and_not_before() {
        Draft draft = forms.preview(typed(Forms.intoNewGroup(hotel, "객실팀")));
        scheduled(draft, NINE);
        assertThat(groups.search(hotel.customer(), "객실팀")).isEmpty();

        at(NINE);

        assertThat(groups.search(hotel.customer(), "객실팀")).hasSize(1);
    }

    @Test
    void a_past_time_is_refused_and_so_is_one_beyond_a_year() {
        Draft draft = ready("a@hanbit-hotel.example");

        assertThat(schedule(draft, TestClock.START))
                .isEqualTo(new ScheduleResult.Past(TestClock.START, TestClock.START));
        assertThat(schedule(draft, TestClock.START.plus(Duration.ofDays(366))))
                .isInstanceOf(ScheduleResult.TooFar.class);
        assertThat(drafts.find(hotel.customer(), draft.id())).isPresent();
    }

    @Test
    void only_a_previewed_draft_is_scheduled() {
        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");

        assertThat(schedule(draft, NINE)).isEqualTo(new ScheduleResult.Refused(new SendDraftResult.NotPreviewed()));
    }

    @Test
    void the_same_within_a_day_is_asked_about_first() {
        Draft first = ready("a@hanbit-hotel.example");
        scheduled(first, NINE);
        at(NINE);
        Draft open = forms.openWith(hotel, "a@hanbit-hotel.example");
        chooseAgain.forAll(hotel.customer(), open.id(), true, hotel.actor());
        Draft again = forms.preview(drafts.find(hotel.customer(), open.id()).orElseThrow());

        assertThat(schedule(again, NINE.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        ScheduleResult.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(SendDraftResult.SentBefore.class));
        assertThat(scheduleDraft.schedule(
                        hotel.customer(), again.id(), again.version(), NINE.plusSeconds(60), true, hotel.actor()))
                .isInstanceOf(ScheduleResult.Scheduled.class);
    }

    @Test
    void can_be_moved_and_its_first_timer_does_nothing_then() {
        Draft draft = ready("a@hanbit-hotel.example");
        Schedule first = scheduled(draft, NINE);
        Instant ten = NINE.plus(Duration.ofHours(1));

        assertThat(scheduleDraft.move(hotel.customer(), draft.id(), ten, hotel.actor()))
                .isInstanceOf(ScheduleResult.Scheduled.class);
        at(NINE);
        assertThat(campaign(first).state()).isEqualTo(CampaignState.SCHEDULED);

        at(ten);
        assertThat(campaign(first).state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void can_be_moved_to_an_earlier_time_and_goes_out_once() {
        Draft draft = ready("a@hanbit-hotel.example");
        Schedule first = scheduled(draft, NINE);
        Instant eight = NINE.minus(Duration.ofHours(1));
        scheduleDraft.move(hotel.customer(), draft.id(), eight, hotel.actor());

        at(eight);
        at(NINE);

        assertThat(campaign(first).written()).isEqualTo(1);
        assertThat(invitations()).isEqualTo(1);
    }

    @Test
    void can_be_taken_back_and_is_the_same_draft_again() {
        Draft draft = ready("a@hanbit-hotel.example");
        scheduled(draft, NINE);

        assertThat(scheduleDraft.cancel(hotel.customer(), draft.id(), hotel.actor()))
                .isTrue();
        assertThat(scheduleDraft.cancel(hotel.customer(), draft.id(), hotel.actor()))
                .isFalse();

        assertThat(drafts.find(hotel.customer(), draft.id())).contains(draft);
        at(NINE);
        assertThat(invitations()).isZero();
        scheduled(draft, NINE.plus(Duration.ofDays(1)));
    }

    @Test
    void seats_are_checked_again_and_the_draft_comes_back_with_the_reason() {
        Publisher trial = publishers.trial("새벽카페");
        hotel = trial;
        Draft draft = ready("a@x.example", "b@x.example", "c@x.example");
        scheduled(draft, NINE);
        for (int i = 0; i < 8; i++) {
            publishers.invite(trial, "earlier" + i + "@x.example");
        }

        at(NINE);

        assertThat(drafts.find(trial.customer(), draft.id())).isPresent();
        assertThat(schedules.unsent(trial.customer())).containsExactly(new Unsent(draft.id(), NINE, "NO_SEAT"));
        assertThat(schedules.waiting(trial.customer())).isEmpty();
        assertThat(invitations()).isEqualTo(8);
    }

    @Test
    void who_enrolled_while_it_waited_is_not_counted_any_more() {
        Draft draft = ready("a@hanbit-hotel.example", "b@hanbit-hotel.example");
        Schedule schedule = scheduled(draft, NINE);
        publishers.enrol(hotel, "b@hanbit-hotel.example");

        at(NINE);

        assertThat(campaign(schedule).total()).isEqualTo(1);
        assertThat(campaign(schedule).written()).isEqualTo(1);
    }

    @Test
    void waits_in_the_database_for_whichever_server_is_there() {
        Draft draft = ready("a@hanbit-hotel.example");
        Schedule schedule = scheduled(draft, NINE);

        assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_instance like :id")
                        .param("id", hotel.customer().value() + ":" + schedule.campaignId() + ":%")
                        .query((rs, row) -> rs.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(NINE);
        clock.set(NINE.plus(Duration.ofHours(3)));
        timers.runDue();
        timers.runDue();
        assertThat(campaign(schedule).state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void another_publisher_neither_sees_nor_moves_nor_cancels_nor_starts_it() {
        Publisher stranger = publishers.full("새벽카페");
        Draft draft = ready("a@hanbit-hotel.example");
        assertThat(scheduleDraft.schedule(
                        stranger.customer(), draft.id(), draft.version(), NINE, false, stranger.actor()))
                .isEqualTo(new ScheduleResult.Refused(new SendDraftResult.Gone()));
        Schedule schedule = scheduled(draft, NINE);

        assertThat(schedules.ofDraft(stranger.customer(), draft.id())).isEmpty();
        assertThat(schedules.waiting(stranger.customer())).isEmpty();
        assertThat(scheduleDraft.move(stranger.customer(), draft.id(), NINE.plusSeconds(60), stranger.actor()))
                .isEqualTo(new ScheduleResult.Refused(new SendDraftResult.Gone()));
        assertThat(scheduleDraft.cancel(stranger.customer(), draft.id(), stranger.actor()))
                .isFalse();
        clock.set(NINE);
        start.start(stranger.customer(), schedule.campaignId());
        assertThat(schedules.ofDraft(hotel.customer(), draft.id())).contains(schedule);
    }

    private void at(Instant time) {
        clock.set(time);
        timers.runDue();
        timers.runDue();
    }

    private Draft ready(String... emails) {
        return forms.preview(forms.openWith(hotel, emails));
    }

    private Draft typed(DraftContent content) {
        Draft draft = drafts.open(hotel.customer(), content, hotel.actor());
        return Forms.saved(drafts.replaceTyped(
                hotel.customer(),
                draft.id(),
                draft.version(),
                List.of(Forms.person("a@hanbit-hotel.example")),
                hotel.actor()));
    }

    private Schedule scheduled(Draft draft, Instant at) {
        return ((ScheduleResult.Scheduled) schedule(draft, at)).schedule();
    }

    private ScheduleResult schedule(Draft draft, Instant at) {
        return scheduleDraft.schedule(hotel.customer(), draft.id(), draft.version(), at, false, hotel.actor());
    }

    private Campaign campaign(Schedule schedule) {
        return campaigns.find(hotel.customer(), schedule.campaignId()).orElseThrow();
    }

    private int invitations() {
        return jdbc.sql("select count(*) from invitation where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query(Integer.class)
                .single();
    }
}
