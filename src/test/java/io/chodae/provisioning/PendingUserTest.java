package io.chodae.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.AtOnce;
import io.chodae.capture.AcceptTransfer;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.DeclineTransfer;
import io.chodae.capture.OpenTransfer;
import io.chodae.capture.OpenedTransfer;
import io.chodae.capture.PendingTransfers;
import io.chodae.capture.TransferDeadline;
import io.chodae.capture.TransferResult;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.EraseAccount;
import io.chodae.directory.EvictionExceptions;
import io.chodae.directory.SuspendCustomer;
import io.chodae.provisioning.CreateUserResult.Conflict;
import io.chodae.provisioning.CreateUserResult.Invited;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.testing.TestClock;
import io.chodae.testing.TestTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person was asked for the address of a new user: the days that follow, and how they end. */
@ProvisioningTest
class PendingUserTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Captures captures;

    @Autowired
    Organisations organisations;

    @Autowired
    PendingUsers pending;

    @Autowired
    EndPendingUser endPending;

    @Autowired
    DirectoryUsers users;

    @Autowired
    Accounts accounts;

    @Autowired
    AcceptTransfer accept;

    @Autowired
    DeclineTransfer decline;

    @Autowired
    OpenTransfer open;

    @Autowired
    PendingTransfers transfers;

    @Autowired
    EvictionExceptions exceptions;

    @Autowired
    EraseAccount erase;

    @Autowired
    SuspendCustomer suspend;

    @Autowired
    WorkPending work;

    @Autowired
    TestTimers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Organisation hotel;
    Account person;

    @BeforeEach
    void aPersonHasTheAddress() {
        hotel = captures.organisation();
        person = captures.person(hotel.at("minji"));
    }

    @Test
    void followUpsGoOutDayByDayAndThenItStops() {
        ask(2, AfterFollowUps.STOP);
        assertThat(mails()).isEqualTo(1);
        clock.advance(DAY.minusMinutes(1));
        timers.runDue();
        assertThat(mails()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        timers.runDue();
        timers.runDue();
        assertThat(mails()).isEqualTo(2);
        nextDay();
        assertThat(mails()).isEqualTo(3);
        assertThat(now().state()).isEqualTo(PendingState.WAITING);
        nextDay();
        assertThat(mails()).isEqualTo(3);
        assertThat(now().state()).isEqualTo(PendingState.STOPPED);
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(hotel.at("minji"));
        assertThat(organisations.trail(hotel.customer())).endsWith("pending_user.stopped");
        assertThat(organisations.create(hotel, wanted()))
                .as("whoever asks again and again sends no second round of mails")
                .isEqualTo(new Conflict(ConflictReason.ASKED_IN_VAIN));
        clock.advance(Duration.ofDays(30));
        assertThat(organisations.create(hotel, wanted())).isInstanceOf(Invited.class);
    }

    @Test
    void withoutFollowUpsTheEndIsADayAfterTheFirstMail() {
        ask(0, AfterFollowUps.STOP);
        clock.advance(DAY.minusMinutes(1));
        timers.runDue();
        assertThat(now().state()).isEqualTo(PendingState.WAITING);
        clock.advance(Duration.ofMinutes(1));
        timers.runDue();
        assertThat(now().state()).isEqualTo(PendingState.STOPPED);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void inTheEndTheAddressIsTakenIfThePolicySaysSo() {
        ask(0, AfterFollowUps.REPLACE);
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.REPLACED);
        assertThat(accounts.find(person.id()).orElseThrow().evictedFrom()).isEqualTo(hotel.at("minji"));
        DirectoryUser user = users.find(hotel.customer(), hotel.at("minji")).orElseThrow();
        assertThat(user.displayName()).isEqualTo("김민지");
        assertThat(user.externalId()).isEqualTo("42");
        assertThat(organisations.trail(hotel.customer()))
                .contains("account.evicted", "account.created", "pending_user.replaced");
        assertThat(hash()).as("the password goes when the wait ends").isEmpty();
    }

    @Test
    void nobodyLosesAnAddressThatTheNewestPolicyWouldLeaveAlone() {
        ask(0, AfterFollowUps.REPLACE);
        organisations.policy(hotel.customer(), ConflictRule.DO_NOT_CREATE, 0, AfterFollowUps.REPLACE);
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.STOPPED);
        assertThat(accounts.find(person.id())).contains(person);
    }

    @Test
    void aShieldHoldsInTheEndToo() {
        ask(0, AfterFollowUps.REPLACE);
        exceptions.add(hotel.customer(), List.of(person.email()), "", hotel.actor());
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.REFUSED);
        assertThat(now().reason()).isEqualTo(ConflictReason.EXEMPT);
        assertThat(accounts.find(person.id())).contains(person);
        assertThat(organisations.trail(hotel.customer())).endsWith("pending_user.refused");
    }

    @Test
    void whoDeclinedGetsNoMailAndTheEndComesAtItsTime() {
        ask(1, AfterFollowUps.REPLACE);
        decline.decline(captures.link(hotel, person), null, null);
        nextDay();
        assertThat(mails()).isEqualTo(1);
        assertThat(now().state()).isEqualTo(PendingState.WAITING);
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.REPLACED);
        assertThat(now().mails()).isEqualTo(1);
    }

    @Test
    void whoIsSuppressedGetsNoMailAndTheDaysGoOn() {
        ask(1, AfterFollowUps.STOP);
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :email, :email, 'BOUNCED', '550', now())
                        """)
                .param("customer", hotel.customer().value())
                .param("email", person.email().key())
                .update();
        nextDay();
        assertThat(mails()).isEqualTo(1);
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.STOPPED);
    }

    @Test
    void aStoppedCustomerWaits() {
        ask(1, AfterFollowUps.REPLACE);
        suspend.suspend(hotel.customer(), Actor.system());
        clock.advance(DAY.multipliedBy(5));
        timers.runDue();
        assertThat(mails()).isEqualTo(1);
        assertThat(now().steps()).isZero();
        suspend.resume(hotel.customer(), Actor.system());
        timers.runDue();
        nextMinute();
        assertThat(mails()).isEqualTo(2);
        assertThat(now().state()).isEqualTo(PendingState.WAITING);
    }

    @Test
    void whoAgreesGetsTheNamesAndTheNumberAndNoMoreMails() {
        ask(3, AfterFollowUps.REPLACE);
        assertThat(accept.accept(captures.link(hotel, person), person.id()))
                .isInstanceOf(TransferResult.Accepted.class);
        assertThat(now().state()).isEqualTo(PendingState.ACCEPTED);
        DirectoryUser user = users.find(hotel.customer(), person.email()).orElseThrow();
        assertThat(user.id()).isEqualTo(person.id());
        assertThat(user.displayName()).isEqualTo("김민지");
        assertThat(user.givenName()).isEqualTo("민지");
        assertThat(user.externalId()).isEqualTo("42");
        nextDay();
        assertThat(mails()).isEqualTo(1);
        assertThat(users.find(hotel.customer(), person.email())).contains(user);
    }

    @Test
    void whoIsAskedReadsUntilWhenAndThatDecliningDoesNotHelp() {
        Instant end = clock.instant().plus(DAY.multipliedBy(3));
        ask(2, AfterFollowUps.REPLACE);
        assertThat(deadline()).isEqualTo(new TransferDeadline(end, true, true, false, false));
        assertThat(told()).isEqualTo(deadline());
        nextDay();
        assertThat(deadline())
                .as("the day stays what it was")
                .isEqualTo(new TransferDeadline(end, true, true, false, false));

        exceptions.add(hotel.customer(), List.of(person.email()), "", hotel.actor());
        assertThat(deadline()).as("who keeps the address is told of no end").isNull();
    }

    @Test
    void whereNothingIsTakenNobodyReadsOfAnEnd() {
        ask(2, AfterFollowUps.STOP);
        assertThat(deadline()).isNull();
        assertThat(told()).isNull();
    }

    /** On the page behind the link. */
    private @Nullable TransferDeadline deadline() {
        OpenedTransfer opened = open.byToken(captures.link(hotel, person));
        assertThat(opened).isInstanceOf(OpenedTransfer.Live.class);
        return ((OpenedTransfer.Live) opened).transfer().deadline();
    }

    /** In a mail that goes out now. */
    private @Nullable TransferDeadline told() {
        long id = ((OpenedTransfer.Live) open.byToken(captures.link(hotel, person)))
                .transfer()
                .userInvitationId();
        return Objects.requireNonNull(
                        transfers.byIds(hotel.customer(), List.of(id)).get(id))
                .deadline();
    }

    @Test
    void whoTakesTheInvitationBackWaitsNoLonger() {
        ask(3, AfterFollowUps.REPLACE);
        captures.cancel(hotel, person.email());
        assertThat(now().state()).isEqualTo(PendingState.CANCELED);
        clock.advance(DAY.multipliedBy(9));
        timers.runDue();
        assertThat(accounts.find(person.id())).contains(person);
    }

    @Test
    void anOperatorEndsAWaitOnce() {
        ask(3, AfterFollowUps.REPLACE);
        assertThat(endPending.end(hotel.customer(), now().id(), hotel.actor())).isTrue();
        assertThat(endPending.end(hotel.customer(), now().id(), hotel.actor())).isFalse();
        assertThat(now().state()).isEqualTo(PendingState.ENDED);
        assertThat(organisations.trail(hotel.customer())).endsWith("pending_user.ended");
    }

    @Test
    void anAddressThatBecomesFreeByItselfIsTheUsersSoonAfter() {
        ask(3, AfterFollowUps.STOP);
        transaction.executeWithoutResult(status -> erase.erase(person));
        nextMinute();
        assertThat(now().state()).isEqualTo(PendingState.CREATED);
        assertThat(users.find(hotel.customer(), hotel.at("minji")).orElseThrow().externalId())
                .isEqualTo("42");
    }

    @Test
    void whoMovedAwayLeavesTheAddressToTheUser() {
        ask(3, AfterFollowUps.STOP);
        captures.rename(person, captures.organisation().at("elsewhere"));
        nextMinute();
        assertThat(now().state()).isEqualTo(PendingState.CREATED);
    }

    @Test
    void anotherPersonAtTheAddressIsAskedFromTheBeginning() {
        ask(1, AfterFollowUps.REPLACE);
        captures.rename(person, captures.organisation().at("elsewhere"));
        Account newcomer = captures.person(hotel.at("minji"));
        nextMinute();
        assertThat(now().account()).isEqualTo(newcomer.id());
        assertThat(now().steps()).isZero();
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.WAITING);
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.REPLACED);
    }

    @Test
    void whoCreatesTheFreeAddressByHandEndsTheWait() {
        ask(3, AfterFollowUps.STOP);
        transaction.executeWithoutResult(status -> erase.erase(person));
        organisations.created(hotel, wanted());
        assertThat(now().state()).isEqualTo(PendingState.CREATED);
    }

    @Test
    void withTheDomainTheWaitIsLost() {
        ask(3, AfterFollowUps.REPLACE);
        captures.lose(hotel.customer(), hotel.domain());
        nextDay();
        nextDay();
        nextDay();
        nextDay();
        assertThat(now().state()).isEqualTo(PendingState.REFUSED);
        assertThat(now().reason()).isEqualTo(ConflictReason.FOREIGN_DOMAIN);
    }

    @RepeatedTest(6)
    void agreeingAndTheEndAtOnceGiveOneUserWhoeverWasQuicker() throws Exception {
        ask(0, AfterFollowUps.REPLACE);
        LinkToken link = captures.link(hotel, person);
        clock.advance(DAY);
        List<Object> results = AtOnce.run(() -> accept.accept(link, person.id()), () -> {
            work.work(() -> false);
            return "worked";
        });
        boolean accepted = results.getFirst() instanceof TransferResult.Accepted;
        assertThat(now().state()).isEqualTo(accepted ? PendingState.ACCEPTED : PendingState.REPLACED);
        DirectoryUser user = users.find(hotel.customer(), hotel.at("minji")).orElseThrow();
        assertThat(user.id().equals(person.id())).isEqualTo(accepted);
        assertThat(user.externalId()).isEqualTo("42");
        assertThat(users.count(hotel.customer(), new UserFilter.All())).isEqualTo(1);
    }

    @RepeatedTest(4)
    void twoNodesSendOneFollowUp() throws Exception {
        ask(3, AfterFollowUps.STOP);
        clock.advance(DAY);
        AtOnce.run(() -> worked(), () -> worked());
        assertThat(mails()).isEqualTo(2);
        assertThat(now().steps()).isEqualTo(1);
        assertThat(now().mails()).isEqualTo(2);
    }

    private String worked() {
        work.work(() -> false);
        return "worked";
    }

    private NewDirectoryUser wanted() {
        return new NewDirectoryUser(
                hotel.at("minji").value(), "민지", "김", "", Language.KO, "42", false, Organisations.PASSWORD);
    }

    private void ask(int followUps, AfterFollowUps after) {
        organisations.policy(hotel.customer(), ConflictRule.INVITE, followUps, after);
        assertThat(organisations.create(hotel, wanted())).isInstanceOf(Invited.class);
    }

    private void nextDay() {
        clock.advance(DAY);
        timers.runDue();
    }

    private void nextMinute() {
        clock.advance(Duration.ofMinutes(2));
        timers.runDue();
    }

    private int mails() {
        return organisations.mails(person.email());
    }

    private Optional<String> hash() {
        return jdbc.sql(
                        "select password_hash from pending_user where customer_id = :customer and password_hash is not null")
                .param("customer", hotel.customer().value())
                .query(String.class)
                .optional();
    }

    private PendingUser now() {
        return pending.page(hotel.customer(), false, Optional.empty(), 10)
                .items()
                .getFirst();
    }
}
