package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.invitation.AcceptResult;
import io.chodae.invitation.InvitationId;
import io.chodae.invitation.Refusal;
import io.chodae.testing.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Suspending, and its end. */
@KitTest
class SuspendUserTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private SuspendUser suspend;

    @Autowired
    private ResumeUser resume;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private MyServices services;

    @Autowired
    private Seats seats;

    private Publisher publisher;
    private Account person;
    private long user;

    @BeforeEach
    void enrol() {
        publisher = kits.full();
        person = kits.enrol(kits.invite(publisher));
        user = kits.userOf(publisher, person);
    }

    @Test
    void nothingIsUsableWhileSuspendedAndAllOfItAfterwards() {
        assertThat(suspend(user)).isEqualTo(1);
        assertThat(suspend(user)).as("again").isZero();

        MyService mine = services.of(person.id()).getFirst();
        assertThat(mine.suspended()).isTrue();
        assertThat(mine.plays()).isEmpty();
        assertThat(users.find(publisher.customer(), user).orElseThrow().suspendedAt())
                .isEqualTo(clock.instant());
        assertThat(users.usablePlays(publisher.customer(), user)).isEmpty();
        assertThat(seats.use(publisher.customer()).enrolled())
                .as("keeps the seat")
                .isEqualTo(1);

        assertThat(resume(user)).isEqualTo(1);
        assertThat(resume(user)).as("again").isZero();
        assertThat(services.of(person.id()).getFirst().plays())
                .extracting(PrivatePlay::id)
                .containsExactly(publisher.play());
        assertThat(kits.trail(publisher.customer(), "user", user)).containsExactly("user.suspended", "user.resumed");
        assertThat(heard.of(UserSuspended.class, UserSuspended::customer, publisher.customer()))
                .containsExactly(new UserSuspended(publisher.customer(), user, person.id()));
        assertThat(heard.of(UserResumed.class, UserResumed::customer, publisher.customer()))
                .containsExactly(new UserResumed(publisher.customer(), user, person.id()));
    }

    @Test
    void whatIsSuspendedCannotBeGivenUpPlayByPlayButAltogether() {
        suspend(user);
        assertThat(services.withdrawFromPlay(person.id(), publisher.customer(), user, publisher.play()))
                .isFalse();
        assertThat(services.withdrawFromService(person.id(), publisher.customer(), user))
                .isTrue();
        assertThat(suspend(user)).as("somebody who left").isZero();
        assertThat(resume(user)).as("somebody who left").isZero();
    }

    @Test
    void whoIsSuspendedIsStillEnrolled() {
        String address = users.find(publisher.customer(), user).orElseThrow().email();
        suspend(user);
        assertThat(users.enrolledAmong(publisher.customer(), List.of(address))).containsExactly(address);
        assertThat(kits.accept(kits.invite(publisher, kits.offer(publisher), address), person))
                .isEqualTo(new AcceptResult.Refused(Refusal.ACCOUNT_ALREADY_ENROLLED));
        assertThat(users.find(publisher.customer(), user).orElseThrow().suspended())
                .isTrue();
    }

    /** Suspending somebody who is coming back meets the old membership or none, never the new one. */
    @RepeatedTest(10)
    void suspendingTheOldMembershipLeavesTheNewOneUsable() throws Exception {
        String address = users.find(publisher.customer(), user).orElseThrow().email();
        services.withdrawFromService(person.id(), publisher.customer(), user);
        InvitationId again = kits.invite(publisher, kits.offer(publisher), address);
        List<Object> results = AtOnce.run(() -> suspend(user), () -> kits.accept(again, person));
        assertThat(results.getFirst()).isEqualTo(0);
        assertThat(results.getLast()).isInstanceOf(AcceptResult.Accepted.class);
        MyService mine = services.of(person.id()).getFirst();
        assertThat(mine.suspended()).isFalse();
        assertThat(mine.plays()).hasSize(1);
    }

    @RepeatedTest(10)
    void suspendingTwiceAtOnceIsSuspendingOnce() throws Exception {
        assertThat(AtOnce.run(() -> suspend(user), () -> suspend(user))).containsExactlyInAnyOrder(0, 1);
        assertThat(kits.trail(publisher.customer(), "user", user)).containsExactly("user.suspended");
    }

    private int suspend(long who) {
        return suspend.suspend(publisher.customer(), List.of(who), publisher.actor());
    }

    private int resume(long who) {
        return resume.resume(publisher.customer(), List.of(who), publisher.actor());
    }
}
