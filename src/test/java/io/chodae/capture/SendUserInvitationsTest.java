package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.UserInvitationResult.Done;
import io.chodae.capture.UserInvitationResult.Refused;
import io.chodae.directory.Account;
import io.chodae.directory.ManageAccount;
import io.chodae.directory.SuspendCustomer;
import io.chodae.shared.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CaptureTest
class SendUserInvitationsTest {

    @Autowired
    private Captures captures;

    @Autowired
    private SendUserInvitations send;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private ManageAccount manage;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void eachSendMakesALinkAndCounts() {
        Organisation hotel = captures.organisation();
        captures.person(hotel.at("minji"));

        assertThat(captures.send(hotel, hotel.at("MINJI"))).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.invitation().state()).isEqualTo(UserInvitationState.INVITED);
            assertThat(done.invitation().mailsSent()).isOne();
            assertThat(done.invitation().email().value()).isEqualTo("minji@" + hotel.domain());
        });
        byte[] first = link(hotel);
        assertThat(captures.send(hotel, hotel.at("minji")))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.invitation().mailsSent()).isEqualTo(2));
        assertThat(link(hotel)).isNotEqualTo(first);
        assertThat(captures.trail(hotel))
                .containsExactly(
                        "user_invitation.sent USER_INVITE minji@" + hotel.domain(),
                        "user_invitation.sent_again RESEND_USER_INVITE minji@" + hotel.domain());
    }

    @Test
    void whatIsTakenBackCanBeSentAgainAndKeepsItsCount() {
        Organisation hotel = captures.organisation();
        captures.person(hotel.at("minji"));
        captures.send(hotel, hotel.at("minji"));

        assertThat(captures.cancel(hotel, hotel.at("minji"))).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.invitation().state()).isEqualTo(UserInvitationState.NOT_YET_SENT);
            assertThat(done.invitation().mailsSent()).isOne();
        });
        assertThat(captures.cancel(hotel, hotel.at("minji"))).isEqualTo(refused(UserInvitationRefusal.NOT_INVITED));
        assertThat(captures.send(hotel, hotel.at("minji")))
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(done.invitation().mailsSent()).isEqualTo(2));
    }

    @Test
    void everyRefusalSaysWhyAndOthersGoOut() {
        Organisation hotel = captures.organisation();
        Organisation other = captures.organisation();
        Account managed = captures.person(hotel.at("managed"));
        transaction.executeWithoutResult(
                status -> assertThat(manage.manage(managed.id(), hotel.customer(), hotel.actor()))
                        .isTrue());
        captures.person(hotel.at("bounces"));
        suppress(hotel, hotel.at("bounces"));
        captures.person(hotel.at("fine"));
        captures.person(other.at("foreign"));

        Map<String, UserInvitationResult> results = send.send(
                hotel.customer(),
                List.of(
                        hotel.at("managed"),
                        hotel.at("bounces"),
                        hotel.at("fine"),
                        hotel.at("nobody"),
                        other.at("foreign"),
                        other.at("nobody")),
                hotel.actor());

        assertThat(results)
                .containsEntry(hotel.at("managed").key(), refused(UserInvitationRefusal.MANAGED))
                .containsEntry(hotel.at("bounces").key(), refused(UserInvitationRefusal.SUPPRESSED))
                .containsEntry(hotel.at("nobody").key(), refused(UserInvitationRefusal.NO_ACCOUNT))
                .containsEntry(other.at("foreign").key(), refused(UserInvitationRefusal.FOREIGN_DOMAIN))
                .containsEntry(other.at("nobody").key(), refused(UserInvitationRefusal.FOREIGN_DOMAIN))
                .hasSize(6);
        assertThat(results.get(hotel.at("fine").key())).isInstanceOf(Done.class);
    }

    @Test
    void anAddressIsNotFlooded() {
        Organisation hotel = captures.organisation();
        captures.person(hotel.at("minji"));
        IntStream.range(0, 5).forEach(i -> captures.send(hotel, hotel.at("minji")));
        assertThat(captures.send(hotel, hotel.at("minji"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(UserInvitationRefusal.TOO_MANY);
            assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofDays(1));
        });
    }

    @Test
    void aStoppedCustomerSendsNothing() {
        Organisation hotel = captures.organisation();
        captures.person(hotel.at("minji"));
        suspend.suspend(hotel.customer(), Actor.system());
        assertThat(captures.send(hotel, hotel.at("minji")))
                .isEqualTo(refused(UserInvitationRefusal.CUSTOMER_SUSPENDED));
    }

    @Test
    void aThousandAreSentByOneCall() {
        Organisation hotel = captures.organisation();
        captures.quietPeople(hotel.domain(), 1_000);
        List<EmailAddress> all = IntStream.rangeClosed(1, 1_000)
                .mapToObj(n -> hotel.at("p%07d".formatted(n)))
                .toList();

        assertThat(send.send(hotel.customer(), all, hotel.actor()).values())
                .hasSize(1_000)
                .allSatisfy(result -> assertThat(result).isInstanceOf(Done.class));
        assertThat(invitations.counts(hotel.customer())).containsEntry(UserInvitationState.INVITED, 1_000L);
    }

    @Test
    void anAccountIsManagedByWhoComesFirst() {
        Organisation hotel = captures.organisation();
        Organisation other = captures.organisation();
        Account person = captures.person(hotel.at("minji"));
        transaction.executeWithoutResult(status -> {
            assertThat(manage.manage(person.id(), hotel.customer(), hotel.actor()))
                    .isTrue();
            assertThat(manage.manage(person.id(), other.customer(), other.actor()))
                    .isFalse();
        });
    }

    private byte[] link(Organisation of) {
        return jdbc.sql("select link_hash from user_invitation where customer_id = :customer")
                .param("customer", of.customer().value())
                .query((row, number) -> row.getBytes("link_hash"))
                .single();
    }

    private void suppress(Organisation of, EmailAddress email) {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :key, :email, 'BOUNCED', '', now())
                        """)
                .param("customer", of.customer().value())
                .param("key", email.key())
                .param("email", email.value())
                .update();
    }

    private static Refused refused(UserInvitationRefusal reason) {
        return new Refused(reason, null);
    }
}
