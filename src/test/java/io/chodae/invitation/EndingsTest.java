package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.Invitation.Withdrawn;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Secrets;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Cancelling, declining and running out of time. */
@KitTest
@ExtendWith(RewoundClock.class)
class EndingsTest {

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
    private Invitations invitations;

    @Autowired
    private Secrets secrets;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void cancelingTakesTheLinkBackWithoutAMail() {
        InvitationId id = kits.invite(publisher);
        clock.advance(Duration.ofMinutes(1));

        assertThat(cancel.cancel(id, publisher.actor())).isTrue();
        assertThat(cancel.cancel(id, publisher.actor())).as("again").isFalse();

        Invitation canceled = kits.now(id);
        assertThat(canceled.state()).isEqualTo(InvitationState.NOT_YET_SENT);
        assertThat(canceled.withdrawn()).isEqualTo(Withdrawn.CANCELED);
        assertThat(canceled.endedAt()).isEqualTo(clock.instant());
        assertThat(canceled.mailsSent()).isEqualTo(1);
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.canceled");
        assertThat(heard.of(InvitationCanceled.class, e -> customer(e.invitation()), publisher.customer()))
                .containsExactly(new InvitationCanceled(canceled));
    }

    @Test
    void decliningKeepsTheReasonAsPlainText() {
        InvitationId id = kits.invite(publisher);

        DeclineResult result = decline.decline(kits.link(id), null, "  바빠요\r\n\u202E<b>다음에</b>\u0000 ");

        Invitation declined = kits.now(id);
        assertThat(result).isEqualTo(new DeclineResult.Declined(declined));
        assertThat(declined.state()).isEqualTo(InvitationState.DECLINED);
        assertThat(declined.declineReason()).isEqualTo("바빠요\n<b>다음에</b>");
        assertThat(kits.trail(publisher.customer(), "invitation", id.value())).containsExactly("invitation.declined");
        assertThat(heard.of(InvitationDeclined.class, e -> customer(e.invitation()), publisher.customer()))
                .containsExactly(new InvitationDeclined(declined));
        assertThat(decline.decline(kits.link(id), null, "again"))
                .isEqualTo(new DeclineResult.Refused(Refusal.DECLINED));
    }

    @Test
    void aReasonIsCutBetweenCharactersAndNothingIsNoReason() {
        InvitationId id = kits.invite(publisher);
        decline.decline(kits.link(id), null, "🙂".repeat(500));
        assertThat(kits.now(id).declineReason()).isEqualTo("🙂".repeat(400));

        for (String nothing : new String[] {"", " \n ", "\u200B\uFEFF"}) {
            InvitationId other = kits.invite(publisher);
            decline.decline(kits.link(other), null, nothing);
            assertThat(kits.now(other).declineReason()).isNull();
        }
    }

    @Test
    void nobodyDeclinesWhatIsOverOrUnknown() {
        InvitationId accepted = kits.invite(publisher);
        kits.enrol(accepted);
        assertThat(decline.decline(kits.link(accepted), null, null))
                .isEqualTo(new DeclineResult.Refused(Refusal.ALREADY_ACCEPTED_BY_OTHER));
        assertThat(decline.decline(secrets.token("invitation", 4, 3, 2, 1), null, null))
                .isEqualTo(new DeclineResult.Refused(Refusal.UNKNOWN));
    }

    @Test
    void whatIsPastItsTimeReadsAsExpiredBeforeTheTimerComes() {
        InvitationId id = kits.invite(publisher);
        clock.advance(Kits.LIFETIME);

        Invitation expired = kits.now(id);
        assertThat(expired.state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(expired.endedAt()).isEqualTo(expired.expiresAt());
        assertThat(invitations.pending(publisher.customer())).isZero();
        assertThat(invitations.pendingAmong(
                        publisher.customer(), List.of(expired.email().key())))
                .isEmpty();
        assertThat(cancel.cancel(id, publisher.actor())).isFalse();
        assertThat(decline.decline(kits.link(id), null, null)).isEqualTo(new DeclineResult.Refused(Refusal.EXPIRED));
    }

    @Test
    void theTimerExpiresMoreThanABatchAndTellsEachCustomer() {
        Publisher other = kits.full();
        InvitationId alone = kits.invite(other);
        long offer = kits.offer(publisher);
        kits.send(
                publisher,
                offer,
                Stream.generate(() -> Kits.invitee(Kits.address())).limit(1_200).toArray(Invitee[]::new));
        clock.advance(Kits.LIFETIME);
        InvitationId alive = kits.invite(publisher);

        assertThat(expire.expireDue()).isGreaterThanOrEqualTo(1_201);

        assertThat(kits.now(alive).state()).isEqualTo(InvitationState.INVITED);
        assertThat(heard.of(InvitationsExpired.class, InvitationsExpired::customer, other.customer()))
                .containsExactly(new InvitationsExpired(other.customer(), List.of(alone.value())));
        assertThat(heard.of(InvitationsExpired.class, InvitationsExpired::customer, publisher.customer()).stream()
                        .flatMap(event -> event.invitationIds().stream()))
                .doesNotHaveDuplicates()
                .hasSize(1_200);
        assertThat(kits.trail(publisher.customer(), "offer", offer)).contains("invitation.expired");
        assertThat(expire.expireDue()).as("nothing is left").isZero();
    }

    private static CustomerId customer(Invitation invitation) {
        return invitation.id().customer();
    }
}
