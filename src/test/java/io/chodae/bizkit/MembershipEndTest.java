package io.chodae.bizkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Kits.Publisher;
import io.chodae.directory.Account;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The last day of a membership, and what comes after it. */
@KitTest
@ExtendWith(RewoundClock.class)
@Import(TestTimers.class)
class MembershipEndTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    /** The last moment of that day in Seoul. */
    private static final Instant LAST = Instant.parse("2026-01-15T14:59:59.999Z");

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestTimers timers;

    @Autowired
    private SetMembershipEnd end;

    @Autowired
    private EndMemberships endMemberships;

    @Autowired
    private EnrolledUsers users;

    @Autowired
    private MyServices services;

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
    void thePersonBelongsUntilTheEndOfTheDayAndLeavesByTheTimer() {
        assertThat(set(TODAY)).isEqualTo(new MembershipEndResult.Set(1));
        clock.set(LAST);
        timers.runDue();
        assertThat(services.of(person.id()).getFirst().plays()).hasSize(1);
        assertThat(services.of(person.id()).getFirst().endsOn()).isEqualTo(TODAY);

        clock.set(LAST.plus(Duration.ofMinutes(2)));
        timers.runDue();
        assertThat(users.findEver(publisher.customer(), user).orElseThrow().leftAt())
                .isEqualTo(clock.instant());
        assertThat(kits.trail(publisher.customer(), "user", user))
                .containsExactly("user.end_set", "user.membership_ended");
        assertThat(heard.of(MembershipEnded.class, MembershipEnded::customer, publisher.customer()))
                .containsExactly(new MembershipEnded(publisher.customer(), user, person.id()));
    }

    @Test
    void nothingIsUsableAfterTheLastDayAlthoughNoTimerHasCome() {
        set(TODAY);
        clock.set(LAST.plusMillis(1));
        assertThat(services.of(person.id())).isEmpty();
        assertThat(users.usablePlays(publisher.customer(), user)).isEmpty();
        assertThat(services.withdrawFromPlay(person.id(), publisher.customer(), user, publisher.play()))
                .isFalse();
        assertThat(set(TODAY.plusDays(9))).as("nobody comes back so").isEqualTo(new MembershipEndResult.Set(0));
    }

    @Test
    void theDayCanBeMovedAndTakenAway() {
        set(TODAY);
        assertThat(set(TODAY)).as("again").isEqualTo(new MembershipEndResult.Set(0));
        assertThat(set(TODAY.plusDays(1))).isEqualTo(new MembershipEndResult.Set(1));
        assertThat(set(null)).isEqualTo(new MembershipEndResult.Set(1));
        clock.set(LAST.plus(Duration.ofDays(3)));
        endMemberships.endDue();
        assertThat(services.of(person.id())).hasSize(1);
        assertThat(heard.of(MembershipEndChanged.class, MembershipEndChanged::customer, publisher.customer()))
                .extracting(MembershipEndChanged::endsOn)
                .containsExactly(TODAY, TODAY.plusDays(1), null);
    }

    @Test
    void aDayThatIsOverIsRefused() {
        assertThat(set(TODAY.minusDays(1))).isEqualTo(new MembershipEndResult.Past());
        assertThat(kits.trail(publisher.customer(), "user", user)).isEmpty();
    }

    private MembershipEndResult set(@Nullable LocalDate day) {
        return end.set(publisher.customer(), List.of(user), day, publisher.actor());
    }
}
