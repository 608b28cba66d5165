package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.AtOnce;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Links here live for 72 hours. */
@KitTest
@ExtendWith(RewoundClock.class)
class RemindInviteesTest {

    private static final List<Duration> ONE_DAY = List.of(Duration.ofDays(1));
    private static final List<Duration> TWO_AND_ONE = List.of(Duration.ofDays(2), Duration.ofDays(1));

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private RemindInvitees remind;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ResendInvitation resend;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void remindsOnceWhenSoMuchTimeIsLeftAndNotBefore() {
        InvitationId id = kits.invite(publisher);

        clock.advance(Duration.ofDays(2).minusSeconds(1));
        assertThat(due(ONE_DAY)).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(due(ONE_DAY)).isEqualTo(1);
        assertThat(due(ONE_DAY)).as("again").isZero();

        assertThat(reminded()).containsExactly(id.value());
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.INVITED);
        assertThat(kits.trail(publisher.customer(), "offer", kits.now(id).offerId()))
                .containsExactly("invitation.sent", "invitation.reminded");
    }

    @Test
    void remindsTwiceAtMost() {
        kits.invite(publisher);
        clock.advance(Duration.ofHours(24));
        assertThat(due(TWO_AND_ONE)).isEqualTo(1);
        clock.advance(Duration.ofHours(24));
        assertThat(due(TWO_AND_ONE)).isEqualTo(1);
        clock.advance(Duration.ofHours(23));
        assertThat(due(TWO_AND_ONE)).isZero();
    }

    @Test
    void ofTwoThatAreOverdueOnlyTheLastIsSent() {
        kits.invite(publisher);
        clock.advance(Duration.ofHours(60));
        assertThat(due(TWO_AND_ONE)).isEqualTo(1);
        assertThat(due(TWO_AND_ONE)).isZero();
    }

    @Test
    void neverSoonAfterTheInvitationItself() {
        kits.invite(publisher);
        List<Duration> nearlyAllOfIt = List.of(Duration.ofHours(71));
        clock.advance(Duration.ofHours(2));
        assertThat(due(nearlyAllOfIt)).isZero();
        clock.advance(Duration.ofHours(20));
        assertThat(due(nearlyAllOfIt)).as("passed over for good").isZero();
    }

    @Test
    void nobodyWhoHasAnsweredOrWhoseLinkIsOver() {
        InvitationId accepted = kits.invite(publisher);
        InvitationId declined = kits.invite(publisher);
        InvitationId canceled = kits.invite(publisher);
        kits.enrol(accepted);
        decline.decline(kits.link(declined), null, null);
        cancel.cancel(canceled, publisher.actor());
        clock.advance(Duration.ofHours(49));
        assertThat(due(ONE_DAY)).isZero();

        kits.invite(publisher);
        clock.advance(Duration.ofHours(73));
        assertThat(due(ONE_DAY)).as("expired, whether the timer came by or not").isZero();
    }

    @Test
    void aNewLinkBringsItsOwnReminders() {
        InvitationId id = kits.invite(publisher);
        clock.advance(Duration.ofHours(49));
        assertThat(due(ONE_DAY)).isEqualTo(1);
        resend.resend(id, Kits.LIFETIME, publisher.actor());
        assertThat(due(ONE_DAY)).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(due(ONE_DAY)).isEqualTo(1);
    }

    @Test
    void onlyTheCustomersOwn() {
        kits.invite(kits.full());
        clock.advance(Duration.ofHours(49));
        assertThat(due(ONE_DAY)).isZero();
    }

    @Test
    void severalNodesAtOnceRemindEverybodyOnce() throws Exception {
        long offer = kits.offer(publisher);
        Invitee[] people =
                Stream.generate(() -> Kits.invitee(Kits.address())).limit(300).toArray(Invitee[]::new);
        kits.send(publisher, offer, people);
        clock.advance(Duration.ofHours(49));

        List<Integer> results = AtOnce.run(() -> due(ONE_DAY), () -> due(ONE_DAY));

        // whoever the other node held was left to it, and is done by now
        assertThat(results.get(0) + results.get(1) + due(ONE_DAY)).isEqualTo(300);
        assertThat(reminded()).hasSize(300).doesNotHaveDuplicates();
    }

    private int due(List<Duration> before) {
        return remind.remindDue(publisher.customer(), before);
    }

    private List<Long> reminded() {
        return heard.of(InvitationsReminded.class, InvitationsReminded::customer, publisher.customer()).stream()
                .flatMap(event -> event.invitations().stream())
                .map(SentInvitation::invitationId)
                .toList();
    }
}
