package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every call of the room that names a customer, with the ids of another one. */
@KitTest
class OtherCustomersTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ResendInvitation resend;

    @Autowired
    private CancelInvitation cancel;

    private Publisher stranger;
    private InvitationId theirs;
    private InvitationId guessed;
    private Invitation before;

    @BeforeEach
    void found() {
        Publisher owner = kits.full();
        stranger = kits.full();
        theirs = kits.invite(owner);
        guessed = new InvitationId(stranger.customer(), theirs.value());
        before = kits.now(theirs);
    }

    @Test
    void findNothing() {
        CustomerId other = stranger.customer();
        assertThat(invitations.find(guessed)).isEmpty();
        assertThat(invitations.byIds(other, List.of(theirs.value()))).isEmpty();
        for (OptionalLong offer : List.of(OptionalLong.empty(), OptionalLong.of(before.offerId()))) {
            InvitationQuery query = new InvitationQuery("", Optional.empty(), offer, Optional.empty(), 10);
            assertThat(invitations.search(query, other).items()).isEmpty();
        }
        assertThat(invitations.counts(other)).isEmpty();
        assertThat(invitations.countsOf(other, before.offerId())).isEmpty();
        assertThat(invitations.pending(other)).isZero();
        assertThat(invitations.pendingAmong(other, List.of(before.email().key())))
                .isEmpty();
    }

    @Test
    void changeNothing() {
        assertThat(cancel.cancel(guessed, stranger.actor())).isFalse();
        assertThat(resend.resend(guessed, Kits.LIFETIME, stranger.actor())).isEqualTo(new ResendResult.Gone());
        kits.send(stranger, kits.offer(stranger), Kits.invitee(before.email().value()));
        assertThat(kits.now(theirs)).isEqualTo(before);
    }

    @Test
    void anOfferOfSomebodyElseEnrolsNobody() {
        InvitationId id = kits.invite(stranger, before.offerId(), Kits.address());
        assertThat(kits.accept(id, kits.person())).isEqualTo(new AcceptResult.Refused(Refusal.OFFER_GONE));
    }
}
