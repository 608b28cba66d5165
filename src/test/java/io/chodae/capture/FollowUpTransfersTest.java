package io.chodae.capture;

import static io.chodae.capture.TransferClocks.evicts;
import static io.chodae.capture.TransferClocks.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.AtOnce;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.TransferResult.Accepted;
import io.chodae.directory.Account;
import io.chodae.directory.EvictionExceptions;
import io.chodae.directory.SuspendCustomer;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What happens by itself to requests that nobody answers, and above all what does not. */
@CaptureTest
@TestPropertySource(properties = "chodae.mail.delivery=false")
@Import(TransferClocks.class)
class FollowUpTransfersTest {

    private static final String REQUEST = TransferMails.REQUEST;
    private static final String REMINDER = TransferMails.REMINDER;
    private static final String NOTICE = TransferMails.NOTICE;

    @Autowired
    private Captures captures;

    @Autowired
    private TransferClocks clocks;

    @Autowired
    private FollowUpTransfers followUp;

    @Autowired
    private AcceptTransfer accept;

    @Autowired
    private DeclineTransfer decline;

    @Autowired
    private UserInvitations invitations;

    @Autowired
    private TransferDeadlines deadlines;

    @Autowired
    private EvictionExceptions exceptions;

    @Autowired
    private SuspendCustomer suspend;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Organisation hotel;
    private Account minji;

    @BeforeEach
    void person() {
        hotel = captures.organisation();
        minji = captures.person(hotel.at("minji"));
    }

    @Test
    void byDefaultNothingFollows() {
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 100);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(deadlines.of(hotel.customer(), List.of(minji.email()))).isEmpty();
    }

    @Test
    void remindersComeOnTheirDaysAndAreCounted() {
        clocks.set(hotel, only(null, 3, 7));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 2);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        clocks.pass(hotel, 1);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER);
        clocks.pass(hotel, 90);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER, REMINDER);
        assertThat(sent()).isEqualTo(3);
        assertThat(captures.trail(hotel))
                .containsExactly(
                        "user_invitation.sent USER_INVITE " + minji.email(),
                        "user_invitation.reminded " + minji.email(),
                        "user_invitation.reminded " + minji.email());
    }

    @Test
    void theDeadlineTakesTheAddressBackAfterALastNotice() {
        clocks.set(hotel, evicts(30, 7, false, 10));
        captures.send(hotel, minji.email());
        assertThat(deadline().evicts()).isTrue();
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        clocks.pass(hotel, 22);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER);
        clocks.pass(hotel, 1);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER, NOTICE);
        assertThat(deadline().lastNotice()).isTrue();
        clocks.pass(hotel, 6);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
        assertThat(captures.listed(hotel)).isEmpty();
        assertThat(captures.trail(hotel)).contains("user_invitation.last_notice " + minji.email());
        assertThat(audited("account.evicted")).isEqualTo(1);
    }

    @Test
    void aDeadlineWithoutEvictionIsOnlyADay() {
        clocks.set(hotel, only(10));
        captures.send(hotel, minji.email());
        assertThat(deadline().evicts()).isFalse();
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(accept.accept(captures.link(hotel, minji), minji.id())).isInstanceOf(Accepted.class);
    }

    @Test
    void whoWasInvitedBeforeIsToldFirstAndHasTheFullTime() {
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 200);
        clocks.set(hotel, evicts(20, 5, false));
        assertThat(deadlines.of(hotel.customer(), List.of(minji.email()))).isEmpty();
        clocks.pass(hotel, 1);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER);
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(20)));
        clocks.pass(hotel, 15);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER, NOTICE);
        clocks.pass(hotel, 4);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void whoKnewOfADeadlineOnlyIsToldThatTheAddressGoes() {
        clocks.set(hotel, only(10));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 9);
        clocks.set(hotel, evicts(10, 3, false));
        clocks.pass(hotel, 2);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, REMINDER);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 11);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void shorterRulesTakeNobodysTimeAndLongerOnesGiveMore() {
        clocks.set(hotel, evicts(30, 7, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 5);
        clocks.set(hotel, evicts(8, 7, false));
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(25)));
        clocks.set(hotel, evicts(60, 7, false));
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(55)));
        clocks.pass(hotel, 54);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void withTheRulesOffNobodyIsEvictedEvenAfterANotice() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 9);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        clocks.set(hotel, only(10));
        clocks.pass(hotel, 30);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.set(hotel, evicts(10, 3, false));
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE, REMINDER);
    }

    @Test
    void aBouncedLastNoticeEvictsNobody() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 8);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        clocks.become(hotel, NOTICE, "sent", "bounced");
        clocks.pass(hotel, 100);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(deadline().lost()).isTrue();
        assertThat(deadline().evicts()).isFalse();
    }

    @Test
    void neitherDoesOneThatFailedOrWasNeverHandedOverOrWaits() {
        for (String state : List.of("failed", "suppressed", "obsolete", "queued", "deferred", "held")) {
            Organisation own = captures.organisation();
            captures.person(own.at("jo"));
            clocks.set(own, evicts(10, 3, false));
            captures.send(own, own.at("jo"));
            clocks.pass(own, 6);
            clocks.passInSilence(1);
            assertThat(clocks.mails(own)).containsExactly(REQUEST, NOTICE);
            clocks.become(own, NOTICE, "queued", state);
            clocks.passInSilence(60);
            assertThat(clocks.evicted(own, "jo")).as(state).isFalse();
        }
    }

    @Test
    void aNoticeThatArrivesLateGivesItsDaysAllTheSame() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 6);
        clocks.passInSilence(5);
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void aRequestThatNeverArrivedIsFollowedByNothing() {
        clocks.set(hotel, evicts(10, 3, false, 2));
        captures.send(hotel, minji.email());
        clocks.become(hotel, REQUEST, "queued", "bounced");
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void aRequestThatWaitedForDaysGivesThemBack() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.passInSilence(4);
        clocks.pass(hotel, 6);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        clocks.pass(hotel, 2);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void whoWantsNoMailsGetsNoneAndKeepsTheAddress() {
        clocks.set(hotel, evicts(10, 3, false, 2));
        captures.send(hotel, minji.email());
        clocks.arrive(hotel);
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :key, :key, 'OPTED_OUT', '', now())
                        """)
                .param("customer", hotel.customer().value())
                .param("key", minji.email().key())
                .update();
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(sent()).isOne();
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void sendingAgainBeginsAnew() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 9);
        captures.send(hotel, minji.email());
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(10)));
        assertThat(deadline().lastNotice()).isFalse();
        clocks.pass(hotel, 9);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 3);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void whoDeclinedHasAnsweredAndKeepsTheAddress() {
        clocks.set(hotel, evicts(10, 3, false, 5));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 1);
        assertThat(decline.decline(captures.link(hotel, minji), null, "")).isTrue();
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(deadlines.of(hotel.customer(), List.of(minji.email()))).isEmpty();
    }

    @Test
    void unlessTheRulesSayThatDecliningDoesNotHelp() {
        clocks.set(hotel, evicts(10, 3, true, 5));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 1);
        decline.decline(captures.link(hotel, minji), null, "");
        clocks.pass(hotel, 7);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 4);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void whoDeclinedBeforeThatHasTheFullTimeFromItsNotice() {
        clocks.set(hotel, evicts(20, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 1);
        decline.decline(captures.link(hotel, minji), null, "");
        clocks.pass(hotel, 30);
        clocks.set(hotel, evicts(20, 3, true));
        clocks.pass(hotel, 1);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        clocks.pass(hotel, 19);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void whatIsTakenBackIsFollowedByNothing() {
        clocks.set(hotel, evicts(10, 3, true, 2));
        captures.send(hotel, minji.email());
        captures.cancel(hotel, minji.email());
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void whoIsExemptIsToldOfNothing() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        exceptions.add(hotel.customer(), List.of(minji.email()), "", hotel.actor());
        assertThat(deadline().evicts()).isFalse();
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        exceptions.remove(hotel.customer(), minji.email(), hotel.actor());
        clocks.pass(hotel, 2);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        exceptions.add(hotel.customer(), List.of(minji.email()), "", hotel.actor());
        clocks.pass(hotel, 30);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @Test
    void theClockStandsWhileTheCustomerDoes() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 8);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
        suspend.suspend(hotel.customer(), Actor.system());
        clocks.pass(hotel, 50);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        suspend.resume(hotel.customer(), Actor.system());
        assertThat(deadline().at()).isEqualTo(clock.instant().plus(Duration.ofDays(2)));
        clocks.pass(hotel, 1);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        clocks.pass(hotel, 2);
        assertThat(clocks.evicted(hotel, "minji")).isTrue();
    }

    @Test
    void whoLostTheDomainEvictsNobody() {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 8);
        captures.claim(hotel.customer(), hotel.domain(), "LOST", "SECONDARY");
        clocks.pass(hotel, 30);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        captures.lose(hotel.customer(), hotel.domain());
        captures.verify(hotel.customer(), hotel.domain());
        clocks.pass(hotel, 30);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST, NOTICE);
    }

    @Test
    void anotherCustomersRulesAreNothingToThisOne() {
        Organisation other = captures.organisation();
        clocks.set(other, evicts(10, 3, true, 2));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 60);
        assertThat(clocks.mails(hotel)).containsExactly(REQUEST);
        assertThat(clocks.evicted(hotel, "minji")).isFalse();
    }

    @RepeatedTest(4)
    void twoNodesRemindOnce() throws Exception {
        for (int n = 0; n < 7; n++) {
            captures.person(hotel.at("p" + n));
            captures.send(hotel, hotel.at("p" + n));
        }
        clocks.set(hotel, only(null, 3));
        clocks.arrive(hotel);
        clock.advance(Duration.ofDays(4));
        AtOnce.run(() -> run(), () -> run());
        assertThat(clocks.mails(hotel)).filteredOn(REMINDER::equals).hasSize(7);
        assertThat(captures.all(hotel)).filteredOn(one -> one.mailsSent() > 2).isEmpty();
    }

    @RepeatedTest(8)
    void acceptingAndTheDeadlineAtOnceEndInOneOfBoth() throws Exception {
        clocks.set(hotel, evicts(10, 3, false));
        captures.send(hotel, minji.email());
        clocks.pass(hotel, 9);
        LinkToken link = captures.link(hotel, minji);
        clock.advance(Duration.ofDays(2));
        List<Object> results = AtOnce.run(() -> accept.accept(link, minji.id()), () -> run());
        boolean accepted = results.getFirst() instanceof Accepted;
        assertThat(clocks.evicted(hotel, "minji")).isNotEqualTo(accepted);
        assertThat(jdbc.sql("select managed_by is not null from account where account_id = :id")
                        .param("id", minji.id().value())
                        .query(Boolean.class)
                        .single())
                .isEqualTo(accepted);
        assertThat(audited("account.evicted")).isEqualTo(accepted ? 0 : 1);
    }

    private Object run() {
        followUp.followUp(() -> false);
        return "run";
    }

    private TransferDeadline deadline() {
        return Objects.requireNonNull(deadlines
                .of(hotel.customer(), List.of(minji.email()))
                .get(minji.email().key()));
    }

    private long sent() {
        return invitations.find(hotel.customer(), minji.email()).orElseThrow().mailsSent();
    }

    private int audited(String action) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and action = :action")
                .param("customer", hotel.customer().value())
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
