package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chodae.bizkit.Heard;
import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.invitation.Invitation.Withdrawn;
import io.chodae.invitation.SendInvitations.SendResult;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

@KitTest
@ExtendWith(RewoundClock.class)
class SendInvitationsTest {

    @Autowired
    private Kits kits;

    @Autowired
    private Heard heard;

    @Autowired
    private TestClock clock;

    @Autowired
    private SendInvitations send;

    @Autowired
    private OpenInvitation open;

    @Autowired
    private Invitations invitations;

    @Autowired
    private JdbcClient jdbc;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void writesAChunkWithLiveLinksAndOneTrace() {
        Invitee[] people =
                Stream.generate(() -> Kits.invitee(Kits.address())).limit(1_000).toArray(Invitee[]::new);
        long offer = kits.offer(publisher);

        assertThat(kits.send(publisher, offer, people)).isEqualTo(new SendResult(1_000, 0));

        assertThat(invitations.pending(publisher.customer())).isEqualTo(1_000);
        assertThat(kits.trail(publisher.customer(), "offer", offer)).containsExactly("invitation.sent");
        List<InvitationsSent> said = heard.of(InvitationsSent.class, InvitationsSent::customer, publisher.customer());
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().offerId()).isEqualTo(offer);
        for (int i : new int[] {0, 499, 999}) {
            SentInvitation sent = said.getFirst().invitations().get(i);
            Invitation opened = open.byToken(kits.link(new InvitationId(publisher.customer(), sent.invitationId())))
                    .orElseThrow()
                    .invitation();
            assertThat(opened.email()).isEqualTo(people[i].email()).isEqualTo(sent.email());
            assertThat(opened.expiresAt()).isEqualTo(clock.instant().plus(Kits.LIFETIME));
        }
    }

    @Test
    void keepsWhatThePersonIsToldAndNothingThatIsALink() {
        Invitee bare = new Invitee(EmailAddress.of("Dong.Ju+a@한빛.example"), "O'Brien", null, null, Language.EN);
        long offer = kits.offer(publisher);
        kits.send(publisher, offer, bare);

        Invitation sent = search("").getFirst();
        assertThat(sent.email()).isEqualTo(bare.email());
        assertThat(sent.email().value()).isEqualTo("Dong.Ju+a@한빛.example");
        assertThat(sent.name()).isEqualTo("O'Brien");
        assertThat(sent.phone()).isNull();
        assertThat(sent.extraInfo()).isNull();
        assertThat(sent.language()).isEqualTo(Language.EN);
        assertThat(sent.linkNumber()).isEqualTo(1);
        String row = jdbc.sql("select row_to_json(i)::text from invitation i where invitation_id = :id")
                .param("id", sent.id().value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(kits.link(sent.id()).reveal());
    }

    @Test
    void aRepeatedChunkWritesOnlyWhoIsMissing() {
        Invitee one = Kits.invitee(Kits.address());
        Invitee other = Kits.invitee(Kits.address());
        long offer = kits.offer(publisher);
        kits.send(publisher, offer, one);

        assertThat(kits.send(publisher, offer, one, other)).isEqualTo(new SendResult(1, 1));
        assertThat(kits.send(publisher, offer, one, other)).isEqualTo(new SendResult(0, 2));

        assertThat(invitations.pending(publisher.customer())).isEqualTo(2);
        assertThat(kits.trail(publisher.customer(), "offer", offer))
                .containsExactly("invitation.sent", "invitation.sent");
    }

    @Test
    void nobodyIsToldOfAnEmptyChunk() {
        assertThat(kits.send(publisher, kits.offer(publisher))).isEqualTo(new SendResult(0, 0));
        assertThat(heard.of(InvitationsSent.class, InvitationsSent::customer, publisher.customer()))
                .isEmpty();
    }

    @Test
    void anotherSpellingOfAnAddressIsTheSameAddress() {
        InvitationId older = kits.invite(publisher, kits.offer(publisher), "Some.Body@Spelling.example");
        InvitationId newer = kits.invite(publisher, kits.offer(publisher), "some.body@spelling.EXAMPLE");
        assertThat(kits.now(older).withdrawn()).isEqualTo(Withdrawn.SUPERSEDED);
        assertThat(kits.now(newer).state()).isEqualTo(InvitationState.INVITED);
    }

    @Test
    void whatIsPastItsTimeIsExpiredAndNotSuperseded() {
        String email = Kits.address();
        InvitationId older = kits.invite(publisher, kits.offer(publisher), email);
        clock.advance(Kits.LIFETIME.plusHours(5));
        kits.invite(publisher, kits.offer(publisher), email);

        Invitation old = kits.now(older);
        assertThat(old.state()).isEqualTo(InvitationState.EXPIRED);
        assertThat(old.endedAt()).isEqualTo(old.expiresAt());
        assertThat(heard.of(InvitationsExpired.class, InvitationsExpired::customer, publisher.customer()))
                .containsExactly(new InvitationsExpired(publisher.customer(), List.of(older.value())));
        assertThat(kits.trail(publisher.customer(), "offer", old.offerId()))
                .containsExactly("invitation.sent", "invitation.expired");
    }

    @Test
    void theSameAddressWithTwoPublishersIsTwoMatters() {
        Publisher other = kits.full();
        String email = Kits.address();
        InvitationId one = kits.invite(publisher, kits.offer(publisher), email);
        kits.invite(other, kits.offer(other), email);
        assertThat(kits.now(one).state()).isEqualTo(InvitationState.INVITED);
    }

    @Test
    void needsTheTransactionOfWhoeverCountsTheChunk() {
        assertThatThrownBy(() -> send.send(
                        publisher.customer(),
                        kits.offer(publisher),
                        List.of(Kits.invitee(Kits.address())),
                        Kits.LIFETIME,
                        publisher.actor()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private List<Invitation> search(String text) {
        return invitations
                .search(
                        new InvitationQuery(text, Optional.empty(), OptionalLong.empty(), Optional.empty(), 10),
                        publisher.customer())
                .items();
    }
}
