package io.chodae.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.campaign.Publishers.Publisher;
import io.chodae.invitation.InvitationState;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import io.chodae.testing.TestTimers;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@CampaignTest
class CampaignWriterTest {

    private static final Logger log = LoggerFactory.getLogger(CampaignWriterTest.class);

    @Value("${spring.datasource.url}")
    String url = "";

    @Autowired
    private Publishers publishers;

    @Autowired
    private Forms forms;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private WriteChunk chunk;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ChooseAgain chooseAgain;

    @Autowired
    private TestTimers timers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path directory;

    private Publisher hotel;

    @BeforeEach
    void found() {
        hotel = publishers.full("한빛호텔");
    }

    @Test
    void the_timer_of_a_sent_draft_writes_its_invitations() {
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example"));

        timers.runDue();

        assertThat(progress(id))
                .isEqualTo(new Progress(2, 2, 0, CampaignState.WRITTEN, Map.of(InvitationState.INVITED, 2)));
        assertThat(campaigns.find(hotel.customer(), id).orElseThrow().finishedAt())
                .isEqualTo(clock.instant());
        assertThat(timersLeft()).isZero();
    }

    @Test
    void only_rows_without_a_fault_go_out() {
        long id = send(forms.openWithFile(hotel, Path.of("src/test/resources/rosters/roster-mixed.xlsx")));
        Campaign campaign = campaigns.find(hotel.customer(), id).orElseThrow();

        timers.runDue();

        assertThat(progress(id).written()).isEqualTo(campaign.total());
        assertThat(invited()).hasSize(campaign.total()).doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void a_writer_that_died_between_two_chunks_is_followed_by_one_that_goes_on_there() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 2_500)));
        assertThat(chunk.write(hotel.customer(), id)).isTrue();
        assertThat(progress(id).written()).isEqualTo(1_000);

        boolean finished = new CampaignWriter(chunk).write(hotel.customer(), id, () -> false);

        assertThat(finished).isTrue();
        assertThat(progress(id).written()).isEqualTo(2_500);
        assertEveryoneOnce(2_500);
    }

    @Test
    void a_chunk_that_cannot_be_committed_leaves_nothing_behind() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 1_500)));
        chunk.write(hotel.customer(), id);
        JdbcClient owner = TestDatabase.owner(url);
        owner.sql("""
                        create or replace function refuse() returns trigger language plpgsql as
                        'begin raise exception ''the power is gone''; end'""").update();
        owner.sql("create trigger refuse before update on campaign for each row execute function refuse()")
                .update();
        try {
            timers.runDue();
            assertThat(progress(id).written()).isEqualTo(1_000);
            assertThat(invited()).hasSize(1_000);
        } finally {
            owner.sql("drop trigger refuse on campaign").update();
        }

        clock.advance(Duration.ofMinutes(1));
        timers.runDue();

        assertEveryoneOnce(1_500);
        assertThat(progress(id).state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void two_writers_at_the_same_time_write_everybody_once() throws Exception {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 4_200)));
        CyclicBarrier barrier = new CyclicBarrier(2);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> writers =
                    List.of(threads.submit(() -> writeFrom(barrier, id)), threads.submit(() -> writeFrom(barrier, id)));
            for (Future<Boolean> writer : writers) {
                assertThat(writer.get()).isTrue();
            }
        }

        assertEveryoneOnce(4_200);
        assertThat(progress(id).written()).isEqualTo(4_200);
    }

    @Test
    void a_writer_that_is_told_to_stop_leaves_the_rest_for_later() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 1_500)));

        assertThat(new CampaignWriter(chunk).write(hotel.customer(), id, () -> true))
                .isFalse();
        assertThat(invited()).isEmpty();

        timers.runDue();
        assertEveryoneOnce(1_500);
    }

    @Test
    void who_enrolled_since_the_press_is_passed_over_and_counted() {
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example"));
        publishers.enrol(hotel, "b@hanbit-hotel.example");

        timers.runDue();

        assertThat(progress(id).written()).isEqualTo(1);
        assertThat(progress(id).skipped()).isEqualTo(1);
        assertThat(progress(id).state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void who_was_invited_by_another_campaign_since_the_press_is_passed_over() {
        long id = send(forms.openWith(hotel, "a@hanbit-hotel.example", "b@hanbit-hotel.example"));
        publishers.invite(hotel, "b@hanbit-hotel.example");

        timers.runDue();

        assertThat(progress(id).written()).isEqualTo(1);
        assertThat(progress(id).skipped()).isEqualTo(1);
        assertThat(pending("b@hanbit-hotel.example")).isEqualTo(1);
    }

    @Test
    void who_was_invited_already_has_the_new_invitation_only() {
        publishers.invite(hotel, "a@hanbit-hotel.example");

        Draft draft = forms.openWith(hotel, "a@hanbit-hotel.example");
        chooseAgain.forAll(hotel.customer(), draft.id(), true, hotel.actor());
        long id = send(drafts.find(hotel.customer(), draft.id()).orElseThrow());
        timers.runDue();

        assertThat(progress(id).states()).isEqualTo(Map.of(InvitationState.INVITED, 1));
        assertThat(pending("a@hanbit-hotel.example")).isEqualTo(1);
    }

    @Test
    void a_campaign_whose_seats_were_taken_meanwhile_stops_and_says_why() {
        Publisher trial = publishers.trial("새벽카페");
        Draft draft = forms.preview(forms.openWith(trial, "a@x.example", "b@x.example", "c@x.example"));
        long id = forms.start(trial, draft);
        for (int i = 0; i < 8; i++) {
            publishers.invite(trial, "earlier" + i + "@x.example");
        }

        timers.runDue();

        Campaign campaign = campaigns.find(trial.customer(), id).orElseThrow();
        assertThat(campaign.state()).isEqualTo(CampaignState.FAILED);
        assertThat(campaign.failure()).isEqualTo("NO_SEAT");
        assertThat(campaign.written()).isZero();
    }

    @Test
    void the_campaign_of_a_node_that_died_goes_to_another() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 1_500)));
        chunk.write(hotel.customer(), id);
        jdbc.sql("""
                        update scheduled_tasks set picked = true, picked_by = 'a dead node', last_heartbeat = :now
                        where task_name = 'campaign.write' and task_instance = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", hotel.customer().value() + ":" + id)
                .update();
        timers.runDue();
        assertThat(progress(id).written()).isEqualTo(1_000);

        clock.advance(Duration.ofHours(1));
        timers.findDeadNodes();
        timers.runDue();

        assertEveryoneOnce(1_500);
        assertThat(progress(id).state()).isEqualTo(CampaignState.WRITTEN);
    }

    @Test
    void an_unfinished_campaign_does_not_keep_the_server_from_stopping() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 1_500)));
        ResumeUnfinished start = new ResumeUnfinished(new WritingStore(jdbc), new CampaignWriter(chunk));

        start.start();
        start.stop();

        assertThat(start.isRunning()).isFalse();
        timers.runDue();
        assertEveryoneOnce(1_500);
        assertThat(progress(id).written()).isEqualTo(1_500);
    }

    @Test
    void what_a_killed_server_left_is_gone_on_with_at_its_next_start() {
        long id = send(forms.openWithFile(hotel, Forms.csv(directory, 1_500)));
        chunk.write(hotel.customer(), id);
        ResumeUnfinished nextStart = new ResumeUnfinished(new WritingStore(jdbc), new CampaignWriter(chunk));

        nextStart.start();
        Awaitility.await().until(() -> progress(id).state() == CampaignState.WRITTEN);
        nextStart.stop();

        assertEveryoneOnce(1_500);
    }

    /** The figure stands in the log; that everybody is written once is what can fail. */
    @Test
    void ten_thousand_people_are_written_in_one_go() {
        Path file = Forms.csv(directory, 10_000);
        long start = System.nanoTime();
        Draft draft = forms.openWithFile(hotel, file);
        long imported = System.nanoTime();
        send(draft);
        long pressed = System.nanoTime();

        timers.runDue();

        long written = System.nanoTime();
        log.info(
                "10,000 people: read into the draft in {} ms, preview and press in {} ms, written in {} ms",
                (imported - start) / 1_000_000,
                (pressed - imported) / 1_000_000,
                (written - pressed) / 1_000_000);
        assertEveryoneOnce(10_000);
        // Some forty times what it takes: only a plan that grows with the square of the list comes near.
        assertThat(Duration.ofNanos(written - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void campaigns_are_listed_newest_first() {
        long first = send(forms.openWith(hotel, "a@hanbit-hotel.example"));
        long second = send(forms.openWith(hotel, "b@hanbit-hotel.example"));

        var page = campaigns.list(hotel.customer(), Optional.empty(), 1);
        var rest = campaigns.list(hotel.customer(), page.next(), 1);

        assertThat(page.items()).extracting(Campaign::id).containsExactly(second);
        assertThat(rest.items()).extracting(Campaign::id).containsExactly(first);
        assertThat(rest.next()).isEmpty();
    }

    private boolean writeFrom(CyclicBarrier barrier, long id) throws Exception {
        barrier.await();
        return new CampaignWriter(chunk).write(hotel.customer(), id, () -> false);
    }

    private long send(Draft draft) {
        return forms.start(hotel, forms.preview(draft));
    }

    private Progress progress(long id) {
        return campaigns.progress(hotel.customer(), id).orElseThrow();
    }

    private void assertEveryoneOnce(int people) {
        List<String> invited = invited();
        assertThat(invited).hasSize(people).doesNotHaveDuplicates();
        assertThat(invited).contains("person1@hanbit-hotel.example", "person" + people + "@hanbit-hotel.example");
    }

    private List<String> invited() {
        return jdbc.sql("select email_key from invitation where customer_id = :customer")
                .param("customer", hotel.customer().value())
                .query((rs, row) -> rs.getString("email_key"))
                .list();
    }

    private int pending(String key) {
        return jdbc.sql("""
                        select count(*) from invitation
                        where customer_id = :customer and email_key = :key and state = 'INVITED'""")
                .param("customer", hotel.customer().value())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    private int timersLeft() {
        return jdbc.sql(
                        "select count(*) from scheduled_tasks where task_name = 'campaign.write' and task_instance like :id")
                .param("id", hotel.customer().value() + ":%")
                .query(Integer.class)
                .single();
    }
}
