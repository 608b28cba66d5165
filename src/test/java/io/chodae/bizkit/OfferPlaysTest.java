package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.InvitationQuery;
import io.chodae.invitation.InvitationState;
import io.chodae.invitation.Invitations;
import io.chodae.invitation.ResendInvitation;
import io.chodae.invitation.ResendResult;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adding a Play to a group: at once for who agreed to the service, by an invitation for who agreed to single Plays. */
@KitTest
class OfferPlaysTest {

    @Autowired
    private Kits kits;

    @Autowired
    private SaveUserGroup save;

    @Autowired
    private MoveUsers move;

    @Autowired
    private MyServices services;

    @Autowired
    private Invitations invitations;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private Seats seats;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void serviceUsersHaveItAtOnceAndGetNoMail() {
        Publisher publisher = kits.full();
        Team team = team(publisher);
        assertThat(add(publisher, team)).isEqualTo(new SaveGroupResult.Saved(team.group(), 0));
        assertThat(plays(team.person())).containsExactly(publisher.play(), team.added());
        assertThat(invitations.pending(publisher.customer())).isZero();
    }

    @Test
    void forPlayUsersNothingChangesUntilTheyAgree() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        assertThat(add(publisher, team)).isEqualTo(new SaveGroupResult.Saved(team.group(), 1));
        assertThat(plays(team.person())).containsExactly(publisher.play());
        assertThat(add(publisher, team)).as("asked already").isEqualTo(new SaveGroupResult.Saved(team.group(), 0));

        assertThat(kits.accept(pending(publisher), team.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(plays(team.person())).containsExactly(publisher.play(), team.added());
        assertThat(users.count(publisher.customer())).isEqualTo(1);
    }

    @Test
    void theInvitationTakesNoSecondSeat() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        kits.limit(publisher, 1);
        add(publisher, team);
        assertThat(seats.use(publisher.customer())).isEqualTo(new SeatUse(OptionalInt.of(1), 0, 1));
        InvitationId id = pending(publisher);
        assertThat(resend.resend(id, Kits.LIFETIME, publisher.actor())).isInstanceOf(ResendResult.Sent.class);
        assertThat(kits.accept(id, team.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(seats.use(publisher.customer()).used()).isEqualTo(1);
    }

    @Test
    void somebodyElseCannotTakeItsPlace() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        add(publisher, team);
        InvitationId id = pending(publisher);
        assertThat(kits.accept(id, kits.person())).isInstanceOf(AcceptResult.Refused.class);
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
        assertThat(plays(team.person())).containsExactly(publisher.play());
    }

    @Test
    void whoLeftMeanwhileNeedsAFreeSeat() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        add(publisher, team);
        InvitationId id = pending(publisher);
        MyService service = services.of(team.person().id()).getFirst();
        services.withdrawFromService(team.person().id(), service.customer(), service.userId());
        assertThat(kits.accept(id, team.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(users.count(publisher.customer())).isEqualTo(1);
        assertThat(plays(team.person())).containsExactly(publisher.play(), team.added());
    }

    @Test
    void aNameThatIsTakenSendsNothing() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        kits.group(publisher, "프런트팀", publisher.play());
        SaveGroupResult result = save.save(
                publisher.customer(),
                OptionalLong.of(team.group()),
                new GroupContent("프런트팀", "", List.of(publisher.play(), team.added())),
                publisher.actor());
        assertThat(result).isInstanceOf(SaveGroupResult.Faults.class);
        assertThat(invitations.pending(publisher.customer())).isZero();
    }

    @Test
    void movingAPlayUserAsksFirst() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        long other = kits.group(publisher, "프런트팀", team.added());
        long user = services.of(team.person().id()).getFirst().userId();
        assertThat(move.move(publisher.customer(), List.of(user), other, publisher.actor()))
                .isEqualTo(new MoveResult.Moved(0, 1));
        assertThat(users.find(publisher.customer(), user).orElseThrow().groupId())
                .isEqualTo(team.group());

        assertThat(kits.accept(pending(publisher), team.person())).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(users.find(publisher.customer(), user).orElseThrow().groupId())
                .isEqualTo(other);
        assertThat(plays(team.person())).containsExactly(publisher.play(), team.added());
    }

    @Test
    void whoIsNotWrittenToIsNotAskedAndKeepsTheLinkThatIsOut() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        InvitationId out = kits.invite(
                publisher, kits.offer(publisher), team.person().email().value());
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, at)
                        values (:customer, :key, :key, 'OPTED_OUT', :now)""")
                .param("customer", publisher.customer().value())
                .param("key", team.person().email().key())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        assertThat(add(publisher, team)).isEqualTo(new SaveGroupResult.Saved(team.group(), 0));
        assertThat(kits.now(out).state()).isEqualTo(InvitationState.INVITED);
    }

    @Test
    void nobodyIsAskedWhileThePublisherIsStopped() {
        Publisher publisher = kits.trial();
        Team team = team(publisher);
        suspend.suspend(publisher.customer(), publisher.actor());
        assertThat(add(publisher, team)).isEqualTo(new SaveGroupResult.Saved(team.group(), 0));
        assertThat(invitations.pending(publisher.customer())).isZero();
    }

    private record Team(long group, long added, Account person) {}

    /** A group with one Play and one person in it, and a second Play. */
    private Team team(Publisher publisher) {
        long group = kits.group(publisher, "객실팀", publisher.play());
        String address = Kits.address();
        Account person = kits.person(address);
        InvitationId id = kits.invite(publisher, kits.offerInto(publisher, group), address);
        assertThat(kits.accept(id, person)).isInstanceOf(AcceptResult.Accepted.class);
        return new Team(group, kits.play(publisher, "조식 안내"), person);
    }

    private SaveGroupResult add(Publisher publisher, Team team) {
        return save.save(
                publisher.customer(),
                OptionalLong.of(team.group()),
                new GroupContent("객실팀", "", List.of(publisher.play(), team.added())),
                publisher.actor());
    }

    private InvitationId pending(Publisher publisher) {
        return invitations
                .search(
                        new InvitationQuery(
                                "", Optional.of(InvitationState.INVITED), OptionalLong.empty(), Optional.empty(), 10),
                        publisher.customer())
                .items()
                .getFirst()
                .id();
    }

    private List<Long> plays(Account person) {
        return services.of(person.id()).getFirst().plays().stream()
                .map(PrivatePlay::id)
                .sorted()
                .toList();
    }
}
