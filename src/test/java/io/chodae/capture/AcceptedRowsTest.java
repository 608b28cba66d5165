package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.TransferResult.Accepted;
import io.chodae.directory.Account;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.RemoveManagedAccount;
import io.chodae.identity.RenameManagedAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an accepted invitation leaves on the list goes where its account goes. */
@CaptureTest
class AcceptedRowsTest {

    @Autowired
    private Captures captures;

    @Autowired
    private AcceptTransfer accept;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private RenameManagedAccount rename;

    @Autowired
    private RemoveManagedAccount remove;

    @Autowired
    private OpenTransfer open;

    private Organisation hotel;
    private Account person;

    @BeforeEach
    void somebodyWhoAccepted() {
        hotel = captures.organisation();
        person = captures.person(hotel.at("minji"));
        captures.send(hotel, hotel.at("minji"));
        assertThat(accept.accept(captures.link(hotel, person), person.id())).isInstanceOf(Accepted.class);
    }

    @Test
    void aRenamedAccountIsListedByItsNewAddress() {
        renamed("Minji.Kim");
        assertThat(captures.listed(hotel)).containsExactly("Minji.Kim@" + hotel.domain());
        assertThat(invitations.find(hotel.customer(), hotel.at("minji.kim")))
                .map(UserInvitation::state)
                .contains(UserInvitationState.ACCEPTED);
        assertThat(invitations.find(hotel.customer(), hotel.at("minji"))).isEmpty();

        renamed("MINJI.kim");
        assertThat(captures.listed(hotel)).containsExactly("MINJI.kim@" + hotel.domain());
    }

    @Test
    void theAddressBeforeIsForSomebodyElse() {
        renamed("minji.kim");
        captures.person(hotel.at("minji"));
        assertThat(invitations.find(hotel.customer(), hotel.at("minji")))
                .map(UserInvitation::state)
                .contains(UserInvitationState.NOT_YET_SENT);
        assertThat(captures.listed(hotel)).hasSize(2);
    }

    @Test
    void aRemovedAccountIsOnNoListAndItsLinkSaysThatItIsGone() {
        io.chodae.shared.LinkToken link = captures.link(hotel, person);
        assertThat(remove.remove(hotel.customer(), person.id(), Actor.system())).isEqualTo(ManagedChange.DONE);
        assertThat(captures.listed(hotel)).isEmpty();
        assertThat(invitations.find(hotel.customer(), hotel.at("minji"))).isEmpty();
        assertThat(open.byToken(link)).isInstanceOf(OpenedTransfer.Over.class);
    }

    private void renamed(String local) {
        assertThat(rename.rename(hotel.customer(), person.id(), local + "@" + hotel.domain(), Actor.system()))
                .isEqualTo(ManagedChange.DONE);
    }
}
