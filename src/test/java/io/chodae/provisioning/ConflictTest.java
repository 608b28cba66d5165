package io.chodae.provisioning;

import static io.chodae.provisioning.Organisations.minji;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.AtOnce;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.capture.DeclineTransfer;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customers;
import io.chodae.directory.EvictionExceptions;
import io.chodae.directory.ManageAccount;
import io.chodae.directory.SuspendCustomer;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.provisioning.CreateUserResult.Conflict;
import io.chodae.provisioning.CreateUserResult.Exists;
import io.chodae.provisioning.CreateUserResult.Invited;
import io.chodae.provisioning.CreateUserResult.Replaced;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's own account has the address of a new user: what the policy makes of it at once. */
@ProvisioningTest
class ConflictTest {

    @Autowired
    Captures captures;

    @Autowired
    Organisations organisations;

    @Autowired
    CreateDirectoryUser create;

    @Autowired
    PendingUsers pending;

    @Autowired
    Accounts accounts;

    @Autowired
    Customers customers;

    @Autowired
    Operators operators;

    @Autowired
    EvictionExceptions exceptions;

    @Autowired
    SuspendCustomer suspend;

    @Autowired
    ManageAccount manage;

    @Autowired
    DeclineTransfer decline;

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
    void byDefaultNothingIsCreatedAndNothingIsSent() {
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.DO_NOT_CREATE));
        assertNothingHappened();
    }

    @Test
    void whoWantsNoConflictResolvedIsRefusedWhateverThePolicy() {
        organisations.policy(hotel.customer(), ConflictRule.REPLACE, 0, AfterFollowUps.STOP);
        CreateUserResult result =
                create.create(hotel.customer(), minji(hotel.at("minji")), ConflictHandling.REFUSE, hotel.actor());
        assertThat(result).isEqualTo(new Conflict(ConflictReason.DO_NOT_CREATE));
        assertThat(accounts.find(person.id())).contains(person);
    }

    @Test
    void replacingTakesTheAddressAndMakesTheUserAtOnce() {
        organisations.policy(hotel.customer(), ConflictRule.REPLACE, 0, AfterFollowUps.STOP);
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isInstanceOfSatisfying(Replaced.class, replaced -> {
                    assertThat(replaced.user().email()).isEqualTo(hotel.at("minji"));
                    assertThat(replaced.user().id()).isNotEqualTo(person.id());
                });
        assertThat(accounts.find(person.id()).orElseThrow().evictedFrom()).isEqualTo(hotel.at("minji"));
        assertThat(organisations.trail(hotel.customer()))
                .containsExactly("conflict_policy.changed", "account.evicted", "account.created", "account.reset_sent");
    }

    @Test
    void aShieldKeepsTheAddressWithItsPerson() {
        organisations.policy(hotel.customer(), ConflictRule.REPLACE, 0, AfterFollowUps.STOP);
        exceptions.add(hotel.customer(), List.of(person.email()), "", hotel.actor());
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.EXEMPT));

        Account desk = captures.person(hotel.at("desk"));
        operators.grant(customers.create("하늘기획").id(), desk.id(), Role.VIEWER);
        assertThat(organisations.create(hotel, minji(hotel.at("desk"))))
                .isEqualTo(new Conflict(ConflictReason.OPERATOR));
        assertThat(accounts.find(person.id())).contains(person);
        assertThat(accounts.find(desk.id())).contains(desk);
    }

    @Test
    void invitingSendsOneMailHoweverOftenItIsAskedFor() {
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 3, AfterFollowUps.REPLACE);
        NewDirectoryUser wanted = new NewDirectoryUser(
                hotel.at("minji").value(), "민지", "김", "", null, "42", false, Organisations.PASSWORD);
        assertThat(organisations.create(hotel, wanted)).isEqualTo(new Invited(hotel.at("minji")));
        assertThat(organisations.create(hotel, wanted)).isEqualTo(new Invited(hotel.at("minji")));
        assertThat(organisations.mails(person.email())).isEqualTo(1);
        assertThat(accounts.find(person.id())).contains(person);
        assertThat(pending.page(hotel.customer(), true, Optional.empty(), 10).items())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.displayName()).isEqualTo("김민지");
                    assertThat(one.followUps()).isEqualTo(3);
                    assertThat(one.mails()).isEqualTo(1);
                });
        assertThat(jdbc.sql("select password_hash from pending_user where customer_id = :customer")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .single())
                .startsWith("{pbkdf2");
        assertThat(organisations.create(hotel, Organisations.numbered(hotel.at("other"), "42")))
                .as("the number is kept for who is waited for")
                .isEqualTo(new CreateUserResult.Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN)));
    }

    @RepeatedTest(4)
    void ofTwoWhoInviteAtOnceOneSendsTheMail() throws Exception {
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 3, AfterFollowUps.STOP);
        List<CreateUserResult> results = AtOnce.run(
                () -> organisations.create(hotel, minji(hotel.at("minji"))),
                () -> organisations.create(hotel, minji(hotel.at("minji"))));
        assertThat(results).containsOnly(new Invited(hotel.at("minji")));
        assertThat(organisations.mails(person.email())).isEqualTo(1);
    }

    @Test
    void whoSaidNoIsNotAskedByThePolicy() {
        captures.send(hotel, person.email());
        decline.decline(captures.link(hotel, person), null, null);
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 3, AfterFollowUps.STOP);
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.DECLINED));
        assertThat(organisations.mails(person.email())).isEqualTo(1);
    }

    @Test
    void whoIsSuppressedCannotBeInvited() {
        jdbc.sql("""
                        insert into suppression (customer_id, email_key, email, reason, detail, at)
                        values (:customer, :email, :email, 'BOUNCED', '550', now())
                        """)
                .param("customer", hotel.customer().value())
                .param("email", person.email().key())
                .update();
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 3, AfterFollowUps.STOP);
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.CANNOT_INVITE));
        assertNothingHappened();
    }

    @Test
    void aStoppedCustomerTakesNothingAndAsksNobody() {
        suspend.suspend(hotel.customer(), Actor.system());
        organisations.policy(hotel.customer(), ConflictRule.REPLACE, 0, AfterFollowUps.STOP);
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.CUSTOMER_SUSPENDED));
        organisations.policy(hotel.customer(), ConflictRule.INVITE, 0, AfterFollowUps.STOP);
        assertThat(organisations.create(hotel, minji(hotel.at("minji"))))
                .isEqualTo(new Conflict(ConflictReason.CUSTOMER_SUSPENDED));
        assertNothingHappened();
    }

    @Test
    void anAccountThatSomebodyManagesIsNoConflictToResolve() {
        organisations.policy(hotel.customer(), ConflictRule.REPLACE, 0, AfterFollowUps.STOP);
        Account theirs = captures.person(hotel.at("theirs"));
        transaction.executeWithoutResult(
                status -> manage.manage(theirs.id(), captures.organisation().customer(), Actor.system()));
        assertThat(organisations.create(hotel, minji(hotel.at("theirs"))))
                .isEqualTo(new Conflict(ConflictReason.MANAGED_ELSEWHERE));
        transaction.executeWithoutResult(status -> manage.manage(person.id(), hotel.customer(), Actor.system()));
        assertThat(organisations.create(hotel, minji(hotel.at("minji")))).isInstanceOf(Exists.class);
    }

    private void assertNothingHappened() {
        assertThat(accounts.find(person.id())).contains(person);
        assertThat(organisations.mails(person.email())).isZero();
        assertThat(pending.page(hotel.customer(), false, Optional.empty(), 10).items())
                .isEmpty();
    }
}
