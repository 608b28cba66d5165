package io.chodae.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.bizkit.KitTest;
import io.chodae.bizkit.Kits;
import io.chodae.bizkit.Kits.Publisher;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.Slice;
import io.chodae.testing.RewoundClock;
import io.chodae.testing.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@KitTest
@ExtendWith(RewoundClock.class)
class InvitationsTest {

    @Autowired
    private Kits kits;

    @Autowired
    private TestClock clock;

    @Autowired
    private Invitations invitations;

    @Autowired
    private CancelInvitation cancel;

    private Publisher publisher;

    @BeforeEach
    void found() {
        publisher = kits.full();
    }

    @Test
    void pagesNewestFirstWithoutGapOrRepetition() {
        List<InvitationId> ids = new ArrayList<>(
                Stream.generate(() -> kits.invite(publisher)).limit(7).toList());
        List<InvitationId> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Slice<Invitation> slice = search("", Optional.empty(), after, 3);
            slice.items().forEach(invitation -> read.add(invitation.id()));
            after = slice.next();
        } while (after.isPresent());
        assertThat(read).isEqualTo(ids.reversed());
    }

    @Test
    void aPositionThatNobodyGaveBeginsAtTheTop() {
        InvitationId id = kits.invite(publisher);
        assertThat(search("", Optional.empty(), Optional.of("1 or 1=1"), 10).items())
                .extracting(Invitation::id)
                .containsExactly(id);
    }

    /** Each pattern finds the one person, or nobody. */
    @ParameterizedTest
    @CsvSource({
        "맹동주, true",
        "\u1106\u1162\u11BC\u1103\u1169\u11BC, true",
        "동주 , true",
        "DONGJU, true",
        "한빛.example, true",
        "xn--, true",
        "dongju+a@, true",
        "010-1234, true",
        "5678, true",
        "010.9999, false",
        "%, false",
        "_ongju, false",
        "\\, false",
        "nobody, false",
    })
    void findsByPartsOfNameAddressAndPhone(String text, boolean found) {
        Invitee person = new Invitee(EmailAddress.of("DongJu+a@한빛.example"), "맹동주", "01012345678", null, Language.KO);
        kits.send(publisher, kits.offer(publisher), person);
        assertThat(search(text, Optional.empty(), Optional.empty(), 10).items()).hasSize(found ? 1 : 0);
    }

    @Test
    void countsAndFiltersByTheStateThatPeopleSee() {
        long offer = kits.offer(publisher);
        kits.invite(publisher, offer, Kits.address());
        InvitationId canceled = kits.invite(publisher, offer, Kits.address());
        cancel.cancel(canceled, publisher.actor());
        clock.advance(Kits.LIFETIME);
        InvitationId alive = kits.invite(publisher);

        assertThat(invitations.counts(publisher.customer()))
                .isEqualTo(Map.of(
                        InvitationState.EXPIRED, 1, InvitationState.NOT_YET_SENT, 1, InvitationState.INVITED, 1));
        assertThat(invitations.countsOf(publisher.customer(), offer))
                .isEqualTo(Map.of(InvitationState.EXPIRED, 1, InvitationState.NOT_YET_SENT, 1));
        for (InvitationState state : InvitationState.values()) {
            assertThat(search("", Optional.of(state), Optional.empty(), 10).items())
                    .as(state.name())
                    .hasSize(invitations.counts(publisher.customer()).getOrDefault(state, 0))
                    .allMatch(invitation -> invitation.state() == state);
        }
        assertThat(search("", Optional.of(InvitationState.INVITED), Optional.empty(), 10)
                        .items())
                .extracting(Invitation::id)
                .containsExactly(alive);
    }

    @Test
    void countsWithinWhatIsSearchedFor() {
        long offer = kits.offer(publisher);
        kits.invite(publisher, offer, Kits.address());
        String address = Kits.address();
        InvitationId canceled = kits.invite(publisher, offer, address);
        cancel.cancel(canceled, publisher.actor());
        kits.invite(publisher, kits.offer(publisher), address);

        InvitationQuery found =
                new InvitationQuery(address, Optional.empty(), OptionalLong.of(offer), Optional.of("1"), 10);
        assertThat(invitations.counts(found, publisher.customer())).isEqualTo(Map.of(InvitationState.NOT_YET_SENT, 1));
    }

    private Slice<Invitation> search(String text, Optional<InvitationState> state, Optional<String> after, int limit) {
        return invitations.search(
                new InvitationQuery(text, state, OptionalLong.empty(), after, limit), publisher.customer());
    }
}
