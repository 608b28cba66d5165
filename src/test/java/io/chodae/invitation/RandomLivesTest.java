package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.MyServices;
import io.chodae.bizkit.Seats;
import io.chodae.bizkit.UserAgreedToPlays;
import io.chodae.directory.Account;
import io.chodae.invitation.InvitationState.Step;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever several threads do to a few people's invitations in whatever order: every change of state is one of the
 * table's, nobody is let in twice, and no seat is lost or gained. The seed of a run is its name; new ones are drawn
 * each time.
 */
@KitTest
@ExtendWith(RewoundClock.class)
@TestPropertySource(properties = "test.random-lives=their database is their own: it notes every change of state")
class RandomLivesTest {

    private static final int SEATS = 3;
    private static final int PEOPLE = 5;
    private static final int THREADS = 4;
    private static final int STEPS = 60;

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ExpireInvitations expire;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private AskForNewLink ask;

    @Autowired
    private RemindInvitees remind;

    @Autowired
    private MyServices services;

    @Autowired
    private Seats seats;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DataSource database;

    private final Queue<InvitationId> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> taken = new ConcurrentLinkedQueue<>();

    private List<Account> people = List.of();
    private Publisher publisher;

    static LongStream seeds() {
        return LongStream.concat(LongStream.of(1, 2), new Random().longs(8, 0, 1_000_000));
    }

    @BeforeEach
    void noteEveryChange() throws SQLException {
        JdbcClient owner;
        try (Connection connection = database.getConnection()) {
            owner = TestDatabase.owner(connection.getMetaData().getURL());
        }
        owner.sql("create table if not exists noted (customer_id bigint, was text, became text)")
                .update();
        owner.sql("""
                        create or replace function note() returns trigger language plpgsql security definer as $$
                        begin
                          if old.state <> new.state or old.link_number <> new.link_number then
                            insert into noted values (new.customer_id, old.state, new.state);
                          end if;
                          return new;
                        end $$""").update();
        owner.sql("create or replace trigger note after update on invitation for each row execute function note()")
                .update();
        publisher = kits.trial();
        kits.limit(publisher, SEATS);
        people = Stream.generate(kits::person).limit(PEOPLE).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBooksAreTrueWhateverHappens(long seed) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(seed * 31 + thread);
                running.add(threads.submit(() -> live(random)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(accepted).as("no invitation is accepted twice").doesNotHaveDuplicates();
        assertThat(taken).allSatisfy(seatsTaken -> assertThat(seatsTaken).isBetween(0, SEATS));
        assertThat(transitions()).isNotEmpty().allMatch(RandomLivesTest::allowed);
        assertThat(count("invitation where state = 'ACCEPTED' and")).isEqualTo(accepted.size());
        int agreed = heard.of(UserAgreedToPlays.class, UserAgreedToPlays::customer, publisher.customer())
                .size();
        assertThat(count("enrolled_user where") + agreed).isEqualTo(accepted.size());
        assertThat(seats.use(publisher.customer()).used()).isEqualTo(takenNow());
        assertThat(count("""
                enrolled_user u where left_at is null and not exists (
                    select 1 from invitation i where i.customer_id = u.customer_id
                    and i.invitation_id = u.invitation_id and i.state = 'ACCEPTED' and i.accepted_by = u.account_id) and""")).as("enrolled without an acceptance").isZero();
    }

    private void live(Random random) {
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> invite(any(random));
                case 3, 4 -> onOne(random, id -> resend.resend(id, Kits.LIFETIME, publisher.actor()));
                case 5, 6, 7 -> accept(random);
                case 8 -> onOne(random, id -> decline.decline(kits.link(id), null, null));
                case 9 -> onOne(random, id -> cancel.cancel(id, publisher.actor()));
                case 10 -> {
                    clock.advance(Duration.ofHours(random.nextInt(30)));
                    expire.expireDue();
                    remind.remindDue(publisher.customer(), List.of(Duration.ofDays(1)));
                    onOne(random, id -> ask.ask(kits.link(id)));
                }
                default -> leave(any(random));
            }
            taken.add(takenNow());
        }
    }

    /** As a campaign does: invitations first, then the count under the lock, or nothing of it. */
    private void invite(Account person) {
        if (services.of(person.id()).isEmpty()) {
            transaction.executeWithoutResult(status -> {
                kits.send(
                        publisher,
                        kits.offer(publisher),
                        Kits.invitee(person.email().value()));
                if (!seats.reserve(publisher.customer(), 0)) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    /** Mostly by the invited person, sometimes by another who got hold of the link. */
    private void accept(Random random) {
        onOne(random, id -> {
            String address = kits.now(id).email().value();
            Account person = people.stream()
                    .filter(one -> one.email().value().equals(address) || random.nextInt(20) == 0)
                    .findFirst()
                    .orElseGet(() -> any(random));
            if (kits.accept(id, person) instanceof AcceptResult.Accepted) {
                accepted.add(id);
            }
        });
    }

    private void leave(Account person) {
        services.of(person.id())
                .forEach(service -> services.withdrawFromService(person.id(), service.customer(), service.userId()));
    }

    private interface Act {
        void on(InvitationId id);
    }

    private void onOne(Random random, Act act) {
        List<Long> ids = jdbc.sql("select invitation_id from invitation where customer_id = :customer order by 1")
                .param("customer", publisher.customer().value())
                .query((row, number) -> row.getLong(1))
                .list();
        if (!ids.isEmpty()) {
            act.on(new InvitationId(publisher.customer(), ids.get(random.nextInt(ids.size()))));
        }
    }

    private Account any(Random random) {
        return people.get(random.nextInt(people.size()));
    }

    /** In one statement, so that it sees one moment. Who is in already takes no second seat. */
    private int takenNow() {
        return jdbc.sql("""
                        select (select count(*) from invitation i
                                where customer_id = :customer and state = 'INVITED' and expires_at > :now
                                  and not exists (select 1 from enrolled_user u
                                                  where u.customer_id = i.customer_id and u.email_key = i.email_key
                                                    and u.left_at is null))
                             + (select count(*) from enrolled_user
                                where customer_id = :customer and left_at is null)""")
                .param("customer", publisher.customer().value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what + " customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query(Integer.class)
                .single();
    }

    private record Change(InvitationState from, InvitationState to) {}

    private List<Change> transitions() {
        return jdbc.sql("select distinct was, became from noted where customer_id = :customer")
                .param("customer", publisher.customer().value())
                .query((row, number) -> new Change(
                        InvitationState.valueOf(row.getString(1)), InvitationState.valueOf(row.getString(2))))
                .list();
    }

    private static boolean allowed(Change change) {
        return Arrays.stream(Step.values())
                .anyMatch(step ->
                        change.from().after(step).filter(change.to()::equals).isPresent());
    }
}
