package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.OpenedTransfer.Over;
import io.chodae.directory.Account;
import io.chodae.directory.ConsumerAccounts;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestTimers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a list knows of an address belongs to the account that has it. */
@CaptureTest
class ListedAnewTest {

    @Autowired
    private Captures captures;

    @Autowired
    private ConsumerAccounts consumers;

    @Autowired
    private OpenTransfer open;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestTimers timers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoWritesTheirAddressInOtherLettersKeepsTheRequest() {
        Organisation hotel = captures.organisation();
        Account person = captures.person(hotel.at("minji"));
        captures.send(hotel, hotel.at("minji"));
        LinkToken link = captures.link(hotel, person);
        boolean moved = transaction.execute(status -> consumers.move(person.id(), hotel.at("Minji")));
        assertThat(moved).isTrue();
        assertThat(captures.all(hotel)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(UserInvitationState.INVITED);
            assertThat(one.mailsSent()).isEqualTo(1);
        });
        assertThat(open.byToken(link)).isInstanceOf(OpenedTransfer.Live.class);
    }

    @Test
    void aNewAccountAtTheAddressIsAskedForTheFirstTimeAndTheOldLinkIsOver() {
        Organisation hotel = captures.organisation();
        String domain = captures.freshDomain();
        captures.verify(hotel.customer(), domain);
        EmailAddress address = EmailAddress.of("minji@" + domain);
        Account before = captures.person(address);
        captures.send(hotel, address);
        LinkToken old = captures.link(hotel, before);
        // as where an account went and came while the list followed its domain
        jdbc.sql("update account set email = :key, email_key = :key where account_id = :id")
                .param("key", "gone-" + before.id().value() + "@elsewhere.example")
                .param("id", before.id().value())
                .update();
        jdbc.sql("""
                        insert into account (email, email_key, name, language, created_at)
                        values (:email, :email, 'Minji', 'EN', now())
                        """).param("email", address.value()).update();
        captures.verify(hotel.customer(), domain);
        timers.runDue();
        assertThat(open.byToken(old)).isEqualTo(new Over(OpenedTransfer.Ending.GONE, null));
        captures.send(hotel, address);
        assertThat(captures.trail(hotel))
                .containsExactly(
                        "user_invitation.sent USER_INVITE " + address.value(),
                        "user_invitation.sent USER_INVITE " + address.value());
    }
}
