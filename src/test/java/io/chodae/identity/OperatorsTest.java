package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Language;
import io.chodae.shared.LinkToken;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import io.chodae.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChodaeTest
class OperatorsTest {

    @Autowired
    private Operators operators;

    @Autowired
    private OperatorInvitations invitations;

    @Autowired
    private InviteOperator invite;

    @Autowired
    private ResendOperatorInvitation resend;

    @Autowired
    private CancelOperatorInvitation cancel;

    @Autowired
    private JoinAsOperator join;

    @Autowired
    private ChangeOperatorRole change;

    @Autowired
    private RemoveOperator remove;

    @Autowired
    private Customers customers;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Secrets secrets;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private CustomerId hotel;
    private Account owner;
    private Actor actor;

    @BeforeEach
    void open() {
        clock.reset();
        Customer customer = customers.create("Hotel");
        hotel = customer.id();
        owner = account("owner", true);
        actor = actor(owner);
        operators.grant(hotel, owner.id(), Role.OWNER);
    }

    @Test
    void whoFollowsTheLinkWorksThereFromThenOn() {
        OperatorInvitation invitation = invited("minho", Role.OPERATOR);
        assertThat(invitation.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(3)));
        Account minho = account("minho", false);
        assertThat(join.join(token(invitation), minho)).isInstanceOf(JoinResult.Joined.class);
        assertThat(operators.membership(minho.id(), hotel).orElseThrow().role()).isEqualTo(Role.OPERATOR);
        assertThat(accounts.find(minho.id()).orElseThrow().emailVerified()).isTrue();
        assertThat(invitations.open(hotel)).isEmpty();
        assertThat(actions()).containsExactly("operator.invited", "operator.joined");
    }

    @Test
    void aLinkWorksOnceAndForItsAddressAlone() {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        Account other = account("other", true);
        assertThat(join.join(token(invitation), other)).isInstanceOf(JoinResult.OtherAddress.class);
        Account minho = account("minho", true);
        assertThat(join.join(token(invitation), minho)).isInstanceOf(JoinResult.Joined.class);
        assertThat(join.join(token(invitation), minho)).isInstanceOf(JoinResult.DeadLink.class);
        assertThat(operators.membership(other.id(), hotel)).isEmpty();
    }

    @Test
    void aLinkOfSeventyTwoHoursIsDeadAndCanBeSentAgain() {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        clock.advance(Duration.ofDays(3));
        Account minho = account("minho", true);
        assertThat(invitations.byToken(token(invitation))).isEmpty();
        assertThat(join.join(token(invitation), minho)).isInstanceOf(JoinResult.DeadLink.class);
        assertThat(invitations.open(hotel)).singleElement().returns(false, OperatorInvitation::alive);

        OperatorInvitation again =
                ((ResendOperatorResult.Sent) resend.resend(hotel, invitation.id(), actor)).invitation();
        assertThat(join.join(token(invitation), minho)).isInstanceOf(JoinResult.DeadLink.class);
        assertThat(join.join(token(again), minho)).isInstanceOf(JoinResult.Joined.class);
        assertThat(actions()).containsExactly("operator.invited", "operator.invited_again", "operator.joined");
    }

    @Test
    void aCancelledInvitationOpensNothingAndTheAddressCanBeInvitedAnew() {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        assertThat(cancel.cancel(hotel, invitation.id(), actor)).hasValue(email("minho"));
        assertThat(cancel.cancel(hotel, invitation.id(), actor)).isEmpty();
        assertThat(resend.resend(hotel, invitation.id(), actor)).isInstanceOf(ResendOperatorResult.Gone.class);
        assertThat(join.join(token(invitation), account("minho", true))).isInstanceOf(JoinResult.DeadLink.class);
        assertThat(invited("minho", Role.OWNER).role()).isEqualTo(Role.OWNER);
        assertThat(actions()).containsExactly("operator.invited", "operator.invitation_canceled", "operator.invited");
    }

    @Test
    void theFormSaysWhatIsWrong() {
        invited("minho", Role.VIEWER);
        assertThat(faults(email("minho"), Role.OWNER)).containsExactly("identity.fault.email.invited");
        assertThat(faults(email("owner"), Role.VIEWER)).containsExactly("identity.fault.email.operator");
        assertThat(faults("nobody", null))
                .containsExactly("identity.fault.email.malformed", "identity.fault.role.missing");
        assertThat(invitations.open(hotel)).hasSize(1);
    }

    @Test
    void theMailSpeaksTheLanguageOfTheColleaguesAccount() {
        accounts.update(account("minho", true).id(), "Minho", Language.KO);
        invited("minho", Role.VIEWER);
        invited("nobody", Role.VIEWER);
        assertThat(jdbc.sql(
                                "select language from mail where batch_id = :customer and kind = 'operator-invitation' order by mail_id")
                        .param("customer", hotel.value())
                        .query(String.class)
                        .list())
                .containsExactly("ko", "en");
    }

    @Test
    void anAddressIsAskedAFewTimesAndThenLeftInPeaceForAWhile() {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        for (int i = 0; i < 2; i++) {
            assertThat(resend.resend(hotel, invitation.id(), actor)).isInstanceOf(ResendOperatorResult.Sent.class);
        }
        assertThat(resend.resend(hotel, invitation.id(), actor))
                .isEqualTo(new ResendOperatorResult.TooMany(Duration.ofMinutes(1)));
        // of whichever publisher
        CustomerId other = customers.create("Other").id();
        Actor stranger = actor(account("stranger", true));
        assertThat(invite.invite(other, email("minho"), Role.VIEWER, Language.EN, stranger))
                .isInstanceOf(InviteOperatorResult.TooMany.class);
        assertThat(invitations.open(other)).isEmpty();
        assertThat(invitations.open(hotel)).singleElement().returns(3, OperatorInvitation::linkNumber);
        clock.advance(Duration.ofMinutes(1));
        assertThat(resend.resend(hotel, invitation.id(), actor)).isInstanceOf(ResendOperatorResult.Sent.class);
    }

    @Test
    void whoeverInvitesSoManyWaitsToo() {
        for (int i = 0; i < 20; i++) {
            invited("colleague" + i, Role.VIEWER);
        }
        assertThat(invite.invite(hotel, email("one-more"), Role.VIEWER, Language.EN, actor))
                .isInstanceOf(InviteOperatorResult.TooMany.class);
        assertThat(invitations.open(hotel)).hasSize(20);
    }

    @Test
    void anotherCustomersInvitationIsNobodysHere() {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        CustomerId other = customers.create("Other").id();
        assertThat(cancel.cancel(other, invitation.id(), actor)).isEmpty();
        assertThat(resend.resend(other, invitation.id(), actor)).isInstanceOf(ResendOperatorResult.Gone.class);
        assertThat(invitations.open(other)).isEmpty();
        assertThat(change.change(other, owner.id(), Role.VIEWER, actor)).isEqualTo(OperatorChange.GONE);
        assertThat(remove.remove(other, owner.id(), actor)).isEqualTo(OperatorChange.GONE);
    }

    @Test
    void theLastOwnerNeitherLeavesNorBecomesLess() {
        Account viewer = colleague("viewer", Role.VIEWER);
        assertThat(change.change(hotel, owner.id(), Role.VIEWER, actor)).isEqualTo(OperatorChange.LAST_OWNER);
        assertThat(remove.remove(hotel, owner.id(), actor)).isEqualTo(OperatorChange.LAST_OWNER);
        assertThat(change.change(hotel, viewer.id(), Role.OWNER, actor)).isEqualTo(OperatorChange.DONE);
        assertThat(remove.remove(hotel, owner.id(), actor)).isEqualTo(OperatorChange.DONE);
        assertThat(actions()).containsExactly("operator.role_changed", "operator.left");
    }

    @Test
    void anOwnerWhoseAccountIsClosedDoesNotCount() {
        Account second = colleague("second", Role.OWNER);
        jdbc.sql("update account set disabled_at = now() where account_id = :id")
                .param("id", second.id().value())
                .update();
        assertThat(remove.remove(hotel, owner.id(), actor)).isEqualTo(OperatorChange.LAST_OWNER);
        assertThat(remove.remove(hotel, second.id(), actor)).isEqualTo(OperatorChange.DONE);
    }

    @Test
    void theSameRoleAgainWritesNothing() {
        assertThat(change.change(hotel, owner.id(), Role.OWNER, actor)).isEqualTo(OperatorChange.SAME);
        assertThat(actions()).isEmpty();
    }

    /** Each sees two owners when it begins; only one may be served. */
    @RepeatedTest(8)
    void twoOwnersWhoDemoteOrRemoveEachOtherLeaveOne() throws Exception {
        Account second = colleague("second", Role.OWNER);
        List<OperatorChange> changes = atOnce(
                () -> change.change(hotel, second.id(), Role.VIEWER, actor),
                () -> remove.remove(hotel, owner.id(), actor(second)));
        assertThat(changes).containsExactlyInAnyOrder(OperatorChange.DONE, OperatorChange.LAST_OWNER);
        assertThat(operators.of(hotel))
                .filteredOn(one -> one.role() == Role.OWNER)
                .hasSize(1);
    }

    @RepeatedTest(4)
    void oneLinkJoinsOnceHoweverOftenItIsPressed() throws Exception {
        OperatorInvitation invitation = invited("minho", Role.VIEWER);
        Account minho = account("minho", true);
        List<JoinResult> results =
                atOnce(() -> join.join(token(invitation), minho), () -> join.join(token(invitation), minho));
        assertThat(results)
                .hasAtLeastOneElementOfType(JoinResult.Joined.class)
                .hasAtLeastOneElementOfType(JoinResult.DeadLink.class);
        assertThat(actions()).containsExactly("operator.invited", "operator.joined");
    }

    private static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<T> first = threads.submit(() -> after(start, one));
            Future<T> second = threads.submit(() -> after(start, other));
            return List.of(first.get(), second.get());
        }
    }

    private static <T> T after(CyclicBarrier start, Callable<T> act) throws Exception {
        start.await();
        return act.call();
    }

    private List<String> faults(String email, @Nullable Role role) {
        return ((InviteOperatorResult.Invalid) invite.invite(hotel, email, role, Language.EN, actor))
                .faults().stream().map(FormFault::code).toList();
    }

    private OperatorInvitation invited(String name, Role role) {
        return ((InviteOperatorResult.Invited) invite.invite(hotel, email(name), role, Language.EN, actor))
                .invitation();
    }

    private LinkToken token(OperatorInvitation invitation) {
        return secrets.token("operator", invitation.customer().value(), invitation.id(), invitation.linkNumber());
    }

    private Account colleague(String name, Role role) {
        Account account = account(name, true);
        operators.grant(hotel, account.id(), role);
        return account;
    }

    private Account account(String name, boolean verified) {
        return accounts.create(EmailAddress.of(email(name)), name, Language.EN, verified)
                .orElseThrow();
    }

    private String email(String name) {
        return name + "@" + mark + ".example";
    }

    private static Actor actor(Account account) {
        return Actor.account(account.id(), account.email().value());
    }

    private List<String> actions() {
        return jdbc.sql("select action from audit_event where customer_id = :customer order by audit_id")
                .param("customer", hotel.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
