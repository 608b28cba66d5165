package io.chodae.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.AtOnce;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.OpenedTransfer.Ending;
import io.chodae.capture.OpenedTransfer.Live;
import io.chodae.capture.OpenedTransfer.Over;
import io.chodae.capture.TransferResult.Accepted;
import io.chodae.capture.TransferResult.OtherAccount;
import io.chodae.capture.TransferResult.Refused;
import io.chodae.directory.Account;
import io.chodae.directory.SuspendCustomer;
import io.chodae.shared.LinkToken;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CaptureTest
class TransferTest {

    private static final int ROUNDS = 8;

    @Autowired
    private Captures captures;

    @Autowired
    private OpenTransfer open;

    @Autowired
    private AcceptTransfer accept;

    @Autowired
    private DeclineTransfer decline;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private JdbcClient jdbc;

    private Organisation hotel;
    private Account person;

    @BeforeEach
    void invite() {
        hotel = captures.organisation();
        person = captures.person(hotel.at("minji"));
        captures.send(hotel, hotel.at("minji"));
    }

    @Test
    void acceptingMakesTheAccountManaged() {
        LinkToken link = captures.link(hotel, person);
        assertThat(open.byToken(link)).isInstanceOfSatisfying(Live.class, live -> {
            assertThat(live.transfer().customerName()).isEqualTo("한빛호텔");
            assertThat(live.transfer().email()).isEqualTo(person.email());
        });

        assertThat(accept.accept(link, person.id())).isInstanceOf(Accepted.class);

        assertThat(managedBy(person)).contains(hotel.customer().value());
        assertThat(state()).isEqualTo(UserInvitationState.ACCEPTED);
        assertThat(invitations.isInvitable(hotel.customer(), person.email())).isFalse();
        assertThat(captures.send(hotel, person.email()))
                .isEqualTo(new UserInvitationResult.Refused(UserInvitationRefusal.MANAGED, null));
        assertThat(over(link)).isEqualTo(Ending.ACCEPTED);
        assertThat(actions()).containsExactly("user_invitation.sent", "user_invitation.accepted");
    }

    @Test
    void onlyTheVeryAccountCanAccept() {
        Account other = captures.person(hotel.at("other"));
        assertThat(accept.accept(captures.link(hotel, person), other.id())).isInstanceOf(OtherAccount.class);
        assertThat(managedBy(other)).isEmpty();
        assertThat(managedBy(person)).isEmpty();
        assertThat(state()).isEqualTo(UserInvitationState.INVITED);
    }

    @Test
    void decliningNeedsNoAccountAndCanBeAskedAgain() {
        LinkToken link = captures.link(hotel, person);
        assertThat(decline.decline(link, null, "  나중에 할게요 ")).isTrue();
        assertThat(decline.decline(link, null, "again")).isFalse();
        assertThat(state()).isEqualTo(UserInvitationState.DECLINED);
        assertThat(over(link)).isEqualTo(Ending.DECLINED);
        assertThat(accept.accept(link, person.id())).isInstanceOf(Refused.class);

        captures.send(hotel, person.email());
        assertThat(over(link)).isEqualTo(Ending.REPLACED);
        assertThat(accept.accept(captures.link(hotel, person), person.id())).isInstanceOf(Accepted.class);
    }

    @Test
    void aDeadLinkSaysWhatBecameOfIt() {
        LinkToken first = captures.link(hotel, person);
        captures.send(hotel, person.email());
        assertThat(over(first)).isEqualTo(Ending.REPLACED);
        LinkToken second = captures.link(hotel, person);
        captures.cancel(hotel, person.email());
        assertThat(over(first)).isEqualTo(Ending.CANCELED);
        assertThat(over(second)).isEqualTo(Ending.CANCELED);
        captures.lose(hotel.customer(), hotel.domain());
        assertThat(over(first)).isEqualTo(Ending.GONE);
        assertThat(over(second)).isEqualTo(Ending.GONE);
    }

    @Test
    void whoLostTheDomainGetsNobody() {
        LinkToken link = captures.link(hotel, person);
        captures.claim(hotel.customer(), hotel.domain(), "LOST", "SECONDARY");
        assertThat(over(link)).isEqualTo(Ending.GONE);
        assertThat(accept.accept(link, person.id())).isInstanceOf(Refused.class);
        assertThat(managedBy(person)).isEmpty();
    }

    @Test
    void aStoppedCustomerGetsNobody() {
        LinkToken link = captures.link(hotel, person);
        suspend.suspend(hotel.customer(), Actor.system());
        assertThat(accept.accept(link, person.id())).isInstanceOf(Refused.class);
        assertThat(managedBy(person)).isEmpty();
        assertThat(over(link)).isEqualTo(Ending.CUSTOMER_SUSPENDED);
    }

    @RepeatedTest(ROUNDS)
    void aDoubleClickAcceptsOnce() throws Exception {
        LinkToken link = captures.link(hotel, person);
        List<TransferResult> results =
                AtOnce.run(() -> accept.accept(link, person.id()), () -> accept.accept(link, person.id()));
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(actions()).containsExactly("user_invitation.sent", "user_invitation.accepted");
    }

    @RepeatedTest(ROUNDS)
    void acceptingAndTakingBackAtOnceEndsInOneOfBoth() throws Exception {
        LinkToken link = captures.link(hotel, person);
        List<Object> results =
                AtOnce.run(() -> accept.accept(link, person.id()), () -> captures.cancel(hotel, person.email()));
        boolean accepted = results.get(0) instanceof Accepted;
        assertThat(results.get(1) instanceof UserInvitationResult.Done).isNotEqualTo(accepted);
        assertThat(managedBy(person).isPresent()).isEqualTo(accepted);
        assertThat(state()).isEqualTo(accepted ? UserInvitationState.ACCEPTED : UserInvitationState.NOT_YET_SENT);
    }

    @RepeatedTest(ROUNDS)
    void acceptingAndLosingTheDomainAtOnceLeavesNothingHalf() throws Exception {
        LinkToken link = captures.link(hotel, person);
        List<Object> results = AtOnce.run(() -> accept.accept(link, person.id()), () -> {
            captures.lose(hotel.customer(), hotel.domain());
            return "lost";
        });
        boolean accepted = results.get(0) instanceof Accepted;
        assertThat(managedBy(person).isPresent()).isEqualTo(accepted);
        assertThat(captures.all(hotel)).hasSize(accepted ? 1 : 0);
    }

    private Ending over(LinkToken link) {
        return ((Over) open.byToken(link)).ending();
    }

    private UserInvitationState state() {
        return invitations.find(hotel.customer(), person.email()).orElseThrow().state();
    }

    private List<String> actions() {
        return captures.trail(hotel).stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    private Optional<Long> managedBy(Account account) {
        return jdbc.sql("select managed_by from account where account_id = :id and managed_by is not null")
                .param("id", account.id().value())
                .query(Long.class)
                .optional();
    }
}
