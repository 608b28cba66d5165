package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acts on many people. */
@KitTest
class PeopleActTest {

    @Autowired
    private Kits kits;

    @Autowired
    private StartPeopleAct start;

    @Autowired
    private RunPeopleAct run;

    @Autowired
    private PeopleJobs jobs;

    @Autowired
    private People people;

    @Autowired
    private DeleteUserGroup delete;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void fewAreDoneBeforeTheAnswer() {
        List<Long> users = List.of(kits.user(publisher), kits.user(publisher), kits.user(publisher));
        PeopleJob job = started(new Selection.Chosen(users.subList(0, 2)), new PeopleAct.Suspend());
        assertThat(job.state()).isEqualTo(PeopleJob.State.DONE);
        assertThat(job.total()).isEqualTo(2);
        assertThat(job.changed()).isEqualTo(2);
        assertThat(people.count(publisher.customer(), all()).suspended()).isEqualTo(2);

        PeopleJob again = started(all(), new PeopleAct.Suspend());
        assertThat(again.seen()).isEqualTo(3);
        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(kits.trail(publisher.customer(), "people_act", again.id()))
                .containsExactly("people.act_begun", "people.act_done");
    }

    @Test
    void manyAreDoneInTheBackgroundAndTheWorkIsGoneOnWithAfterAStop() {
        enrolMany(1_200);
        PeopleJob job = started(all(), new PeopleAct.Remove());
        assertThat(job.running()).isTrue();
        assertThat(job.seen()).isZero();
        assertThat(jobs.running(publisher.customer())).extracting(PeopleJob::id).containsExactly(job.id());

        AtomicInteger asked = new AtomicInteger();
        assertThat(run.run(publisher.customer(), job.id(), () -> asked.incrementAndGet() > 1))
                .as("stopped after one chunk")
                .isFalse();
        assertThat(jobs.find(publisher.customer(), job.id()).orElseThrow().changed())
                .isEqualTo(RunPeopleAct.CHUNK);
        long late = kits.user(publisher);

        assertThat(run.run(publisher.customer(), job.id(), () -> false)).isTrue();
        PeopleJob done = jobs.find(publisher.customer(), job.id()).orElseThrow();
        assertThat(done.state()).isEqualTo(PeopleJob.State.DONE);
        assertThat(done.changed()).isEqualTo(1_200);
        assertThat(done.finishedAt()).isNotNull();
        assertThat(people.ids(publisher.customer(), all(), 0, Long.MAX_VALUE, 10))
                .as("whoever came later is not meant")
                .containsExactly(late);
        assertThat(jobs.running(publisher.customer())).isEmpty();
    }

    @Test
    void twoWorkersAtOnceDoEverythingOnce() throws Exception {
        enrolMany(1_100);
        PeopleJob job = started(all(), new PeopleAct.Suspend());
        AtOnce.run(
                () -> run.run(publisher.customer(), job.id(), () -> false),
                () -> run.run(publisher.customer(), job.id(), () -> false));
        PeopleJob done = jobs.find(publisher.customer(), job.id()).orElseThrow();
        assertThat(done.seen()).isEqualTo(1_100);
        assertThat(done.changed()).isEqualTo(1_100);
        assertThat(lines("user.suspended")).isEqualTo(1_100);
    }

    @Test
    void aFilterIsKeptAsItWasAndMovedPeopleDoNotFallOutOfIt() {
        long rooms = kits.group(publisher, "객실팀", publisher.play());
        long annex = kits.group(publisher, "별관", publisher.play());
        long outside = kits.user(publisher);
        List<Long> inside = new ArrayList<>(List.of(kits.userIn(publisher, rooms), kits.userIn(publisher, rooms)));
        PeopleFilter filter =
                new PeopleFilter("맹동", new GroupFilter.Group(rooms), ServiceType.SERVICE, PeopleStanding.ANY);
        PeopleJob job = started(new Selection.Matching(filter), new PeopleAct.Move(annex));
        assertThat(job.changed()).isEqualTo(2);
        assertThat(job.groupName()).isEqualTo("별관");
        PeopleFilter moved = new PeopleFilter("", new GroupFilter.Group(annex), null, PeopleStanding.ANY);
        assertThat(people.ids(publisher.customer(), new Selection.Matching(moved), 0, Long.MAX_VALUE, 10))
                .isEqualTo(inside)
                .doesNotContain(outside);
    }

    @Test
    void itStopsWhereItsGroupIsDeletedMeanwhile() {
        long rooms = kits.group(publisher, "객실팀", publisher.play());
        enrolMany(700);
        PeopleJob job = started(all(), new PeopleAct.Move(rooms));
        AtomicInteger asked = new AtomicInteger();
        run.run(publisher.customer(), job.id(), () -> asked.incrementAndGet() > 1);
        delete.delete(publisher.customer(), rooms, publisher.actor());
        assertThat(run.run(publisher.customer(), job.id(), () -> false)).isTrue();
        PeopleJob stopped = jobs.find(publisher.customer(), job.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(PeopleJob.State.STOPPED);
        assertThat(stopped.changed()).isEqualTo(500);
        assertThat(kits.trail(publisher.customer(), "people_act", job.id())).endsWith("people.act_stopped");
    }

    @Test
    void whatCannotBeDoneIsNotBegun() {
        Selection one = new Selection.Chosen(List.of(kits.user(publisher)));
        assertThat(start(one, new PeopleAct.Move(999_999L))).isEqualTo(new StartActResult.GroupGone());
        assertThat(start(one, new PeopleAct.End(LocalDate.of(2020, 1, 1)))).isEqualTo(new StartActResult.DayOver());
        Publisher stranger = kits.full();
        assertThat(start.start(stranger.customer(), one, new PeopleAct.Remove(), stranger.actor()))
                .isEqualTo(new StartActResult.Nobody());
        assertThat(lines("people.act_begun")).isZero();
    }

    private PeopleJob started(Selection selection, PeopleAct act) {
        return ((StartActResult.Started) start(selection, act)).job();
    }

    private StartActResult start(Selection selection, PeopleAct act) {
        return start.start(publisher.customer(), selection, act, publisher.actor());
    }

    private static Selection all() {
        return new Selection.Matching(PeopleFilter.ALL);
    }

    private int lines(String action) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and action = :action")
                .param("customer", publisher.customer().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }

    /** More than anybody would let accept one by one. */
    private void enrolMany(int number) {
        jdbc.sql("""
                        with people as (
                          insert into account (email, email_key, name, language, created_at)
                          select a, a, '많은 사람', 'KO', now()
                          from (select 'many' || n || '-' || :customer || '@people.example' as a
                                from generate_series(1, :number) n) as addresses
                          returning account_id, email)
                        insert into enrolled_user (customer_id, account_id, invitation_id, email, email_key, name,
                                                   service_type, accepted_at)
                        select :customer, account_id, 0, email, email, '많은 사람', 'SERVICE', now() from people
                        """)
                .param("customer", publisher.customer().value())
                .param("number", number)
                .update();
    }
}
