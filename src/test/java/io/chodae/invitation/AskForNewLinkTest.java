package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
@ExtendWith(RewoundClock.class)
class AskForNewLinkTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private AskForNewLink ask;

    @Autowired
    private LinkRequests requests;

    @Autowired
    private ExpireInvitations expire;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private Secrets secrets;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void whoseTimeRanOutIsOnTheListUntilTheNewLinkIsOut() {
        InvitationId id = expired();
        ask.ask(kits.link(id));

        assertThat(requests.count(publisher.customer())).isEqualTo(1);
        assertThat(requests.longest(publisher.customer(), 10))
                .containsExactly(new LinkRequest(kits.now(id), clock.instant()));
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.link_asked");

        resend.resend(id, Kits.LIFETIME, publisher.actor());
        assertThat(requests.count(publisher.customer())).isZero();
    }

    @Test
    void nobodyNeedsToWaitForTheTimer() {
        InvitationId id = kits.invite(publisher);
        clock.advance(Duration.ofHours(73));
        ask.ask(kits.link(id));
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
    }

    @Test
    void askingTwiceInADayIsAskingOnce() {
        InvitationId id = expired();
        ask.ask(kits.link(id));
        ask.ask(kits.link(id));
        assertThat(said()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        ask.ask(kits.link(id));
        assertThat(said()).isEqualTo(2);
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
    }

    @Test
    void whoDeclinedMayThinkAgain() {
        InvitationId id = kits.invite(publisher);
        decline.decline(kits.link(id), null, null);
        ask.ask(kits.link(id));
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
    }

    @Test
    void whoCannotFindTheNewerMailMayAskByTheOldLink() {
        InvitationId id = kits.invite(publisher);
        LinkToken old = kits.link(id);
        resend.resend(id, Kits.LIFETIME, publisher.actor());
        ask.ask(old);
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
    }

    @Test
    void aLivingACanceledOrAnAcceptedOneAsksForNothing() {
        InvitationId living = kits.invite(publisher);
        InvitationId canceled = kits.invite(publisher);
        InvitationId accepted = kits.invite(publisher);
        cancel.cancel(canceled, publisher.actor());
        kits.enrol(accepted);
        ask.ask(kits.link(living));
        ask.ask(kits.link(canceled));
        ask.ask(kits.link(accepted));
        ask.ask(secrets.token("invitation", 1, 2, 3));
        assertThat(requests.count(publisher.customer())).isZero();
        assertThat(said()).isZero();
    }

    @Test
    void whoWasInvitedAnewSinceWaitsNoLonger() {
        String address = Kits.address();
        InvitationId id = kits.invite(publisher, kits.offer(publisher), address);
        clock.advance(Duration.ofHours(73));
        ask.ask(kits.link(id));
        kits.invite(publisher, kits.offer(publisher), address);
        assertThat(requests.count(publisher.customer())).isZero();
    }

    @Test
    void anOperatorMaySetARequestAside() {
        InvitationId id = expired();
        ask.ask(kits.link(id));
        Publisher other = kits.full();
        assertThat(requests.setAside(new InvitationId(other.customer(), id.value()), other.actor()))
                .as("another publisher's")
                .isFalse();
        assertThat(requests.count(other.customer())).isZero();
        assertThat(requests.setAside(id, publisher.actor())).isTrue();
        assertThat(requests.setAside(id, publisher.actor())).isFalse();
        assertThat(requests.count(publisher.customer())).isZero();
        assertThat(kits.now(id).state()).isEqualTo(InvitationState.EXPIRED);
    }

    @Test
    void whoHoldsTheLinkOfAReplacedInvitationAsksForTheNewerOne() {
        String address = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), address);
        LinkToken link = kits.link(older);
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), address);

        ask.ask(link);

        assertThat(requests.longest(publisher.customer(), 10))
                .extracting(LinkRequest::invitation)
                .containsExactly(kits.now(newer));
    }

    @Test
    void whoAnsweredOrWasCancelledMeanwhileWaitsNoLonger() {
        InvitationId found = kits.invite(publisher);
        LinkToken lost = kits.link(found);
        resend.resend(found, Kits.LIFETIME, publisher.actor());
        ask.ask(lost);
        kits.enrol(found);
        InvitationId canceled = kits.invite(publisher);
        LinkToken old = kits.link(canceled);
        resend.resend(canceled, Kits.LIFETIME, publisher.actor());
        ask.ask(old);
        cancel.cancel(canceled, publisher.actor());

        assertThat(requests.count(publisher.customer())).isZero();
        assertThat(requests.longest(publisher.customer(), 10)).isEmpty();
    }

    @Test
    void settingAsideOpensNoSecondRequestOnThatDay() {
        InvitationId id = expired();
        ask.ask(kits.link(id));
        requests.setAside(id, publisher.actor());
        ask.ask(kits.link(id));
        assertThat(requests.count(publisher.customer())).isZero();
        clock.advance(Duration.ofDays(1));
        ask.ask(kits.link(id));
        assertThat(requests.count(publisher.customer())).isEqualTo(1);
    }

    private InvitationId expired() {
        InvitationId id = kits.invite(publisher);
        clock.advance(Duration.ofHours(73));
        expire.expireDue();
        return id;
    }

    private long said() {
        return heard.of(NewLinkAsked.class, asked -> asked.invitation().customer(), publisher.customer())
                .size();
    }
}
