package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.DeleteUserGroup;
import io.chodae.bizkit.EnablePrivatePlay;
import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.bizkit.Seats;
import io.chodae.invitation.OpenInvitation.Opened;
import io.chodae.shared.LinkToken;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
@ExtendWith(RewoundClock.class)
class SendAgainTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    @Autowired
    private DeclineInvitation decline;

    @Autowired
    private OpenInvitation open;

    @Autowired
    private Seats seats;

    @Autowired
    private DeleteUserGroup deleteGroup;

    @Autowired
    private EnablePrivatePlay enablePlay;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void givesANewLinkANewTimeAndANewMail() {
        InvitationId id = kits.invite(publisher);
        LinkToken first = kits.link(id);
        clock.advance(Duration.ofHours(70));

        Invitation sent = sent(resend(id));

        assertThat(sent).isEqualTo(kits.now(id));
        assertThat(sent.linkNumber()).isEqualTo(2);
        assertThat(sent.mailsSent()).isEqualTo(2);
        assertThat(sent.sentAt()).isEqualTo(clock.instant());
        assertThat(sent.expiresAt()).isEqualTo(clock.instant().plus(Kits.LIFETIME));
        assertThat(open.byToken(first)).contains(new Opened(sent, false));
        assertThat(open.byToken(kits.link(id))).contains(new Opened(sent, true));
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.sent_again");
        assertThat(heard.of(InvitationsSent.class, InvitationsSent::customer, publisher.customer()))
                .last()
                .isEqualTo(new InvitationsSent(
                        publisher.customer(),
                        sent.offerId(),
                        List.of(new SentInvitation(id.value(), 2, sent.email(), sent.name(), sent.language()))));
    }

    @Test
    void bringsBackWhatEnded() {
        InvitationId declined = kits.invite(publisher);
        decline.decline(kits.link(declined), null, "지금은 바빠요");
        assertThat(sent(resend(declined)).declineReason()).isNull();

        InvitationId canceled = kits.invite(publisher);
        cancel.cancel(canceled, publisher.actor());
        Invitation back = sent(resend(canceled));
        assertThat(back.withdrawn()).isNull();
        assertThat(back.endedAt()).isNull();
    }

    @Test
    void anAcceptedOneStaysAccepted() {
        InvitationId id = kits.invite(publisher);
        kits.enrol(id);
        assertThat(resend(id)).isEqualTo(new ResendResult.AlreadyAccepted());
    }

    @Test
    void anOlderOneStaysBehindANewer() {
        String email = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), email);
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), email);
        assertThat(resend(older)).isEqualTo(new ResendResult.NewerIsOut());
        assertThat(kits.now(newer).state()).isEqualTo(InvitationState.INVITED);
    }

    @Test
    void aNewerOneThatIsPastItsTimeBlocksNothing() {
        String email = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), email);
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), email);
        clock.advance(Kits.LIFETIME);
        assertThat(resend(older)).isInstanceOf(ResendResult.Sent.class);
        assertThat(kits.now(newer).state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(heard.of(InvitationsExpired.class, InvitationsExpired::customer, publisher.customer()))
                .containsExactly(new InvitationsExpired(publisher.customer(), List.of(newer.value())));
    }

    @Test
    void nobodyWhoBelongsIsInvitedAgain() {
        String email = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), email);
        kits.enrol(kits.invite(publisher, kits.offer(publisher), email));
        hindered(older, Hindrance.ADDRESS_ENROLLED);
    }

    @Test
    void nothingGoesOutForAGroupThatIsGone() {
        long group = kits.group(publisher, "객실팀", publisher.play());
        InvitationId id = kits.invite(publisher, kits.offerInto(publisher, group), Kits.address());
        deleteGroup.delete(publisher.customer(), group, publisher.actor());
        hindered(id, Hindrance.OFFER_GONE);
    }

    @Test
    void nothingGoesOutWithoutAPlayToUse() {
        InvitationId id = kits.invite(publisher);
        enablePlay.enable(publisher.customer(), publisher.play(), false, publisher.actor());
        hindered(id, Hindrance.OFFER_GONE);
    }

    @Test
    void theEleventhOfATrialIsRefusedAndTheTenthKeepsItsSeat() {
        Publisher trial = kits.trial();
        List<InvitationId> ids =
                Stream.generate(() -> kits.invite(trial)).limit(9).toList();
        InvitationId canceled = kits.invite(trial);
        cancel.cancel(canceled, trial.actor());
        kits.invite(trial);
        assertThat(seats.use(trial.customer()).used()).isEqualTo(10);

        hindered(canceled, Hindrance.NO_SEAT);
        assertThat(resend(ids.getFirst())).as("has its seat").isInstanceOf(ResendResult.Sent.class);
        cancel.cancel(ids.getFirst(), trial.actor());
        assertThat(resend(canceled)).isInstanceOf(ResendResult.Sent.class);
        assertThat(seats.use(trial.customer()).used()).isEqualTo(10);
    }

    private void hindered(InvitationId id, Hindrance hindrance) {
        Invitation before = kits.now(id);
        assertThat(resend(id)).isEqualTo(new ResendResult.Hindered(hindrance));
        assertThat(kits.now(id)).isEqualTo(before);
    }

    private ResendResult resend(InvitationId id) {
        return resend.resend(id, Kits.LIFETIME, publisher.actor());
    }

    private static Invitation sent(ResendResult result) {
        return ((ResendResult.Sent) result).invitation();
    }
}
