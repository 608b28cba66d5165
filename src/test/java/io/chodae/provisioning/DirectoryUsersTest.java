package io.chodae.provisioning;

import static io.chodae.provisioning.Organisations.minji;
import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.bizkit.AtOnce;
import io.chodae.capture.Captures;
import io.chodae.capture.Captures.Organisation;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.ManageAccount;
import io.chodae.identity.ManagedChange;
import io.chodae.identity.Operators;
import io.chodae.identity.Role;
import io.chodae.identity.SuspendManagedAccount;
import io.chodae.provisioning.ChangeDirectoryUserResult.Changed;
import io.chodae.provisioning.ChangeDirectoryUserResult.Invalid;
import io.chodae.provisioning.ChangeDirectoryUserResult.LastOwner;
import io.chodae.provisioning.ChangeDirectoryUserResult.NotFound;
import io.chodae.provisioning.ChangeDirectoryUserResult.NotYours;
import io.chodae.provisioning.ChangeDirectoryUserResult.Stale;
import io.chodae.provisioning.ChangeDirectoryUserResult.Unchanged;
import io.chodae.provisioning.CreateUserResult.Created;
import io.chodae.provisioning.CreateUserResult.Exists;
import io.chodae.shared.Language;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Users are made, changed and ended by their organisation. */
@ProvisioningTest
class DirectoryUsersTest {

    @Autowired
    Captures captures;

    @Autowired
    Organisations organisations;

    @Autowired
    DirectoryUsers users;

    @Autowired
    ChangeDirectoryUser change;

    @Autowired
    DeleteDirectoryUser delete;

    @Autowired
    SuspendManagedAccount suspend;

    @Autowired
    Accounts accounts;

    @Autowired
    ManageAccount manage;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Organisation hotel;

    @BeforeEach
    void open() {
        hotel = captures.organisation();
    }

    @Test
    void aNewUserIsManagedFromTheBeginningAndOnNoListOfOthers() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("Minji")));
        assertThat(made.displayName()).isEqualTo("김민지");
        assertThat(made.givenName()).isEqualTo("민지");
        assertThat(made.version()).isEqualTo(1);
        Account account = accounts.findByEmail(hotel.at("minji")).orElseThrow();
        assertThat(account.managedBy()).isEqualTo(hotel.customer());
        assertThat(account.emailVerified()).isTrue();
        assertThat(captures.listed(hotel)).isEmpty();
        assertThat(organisations.trail(hotel.customer())).containsExactly("account.created", "account.reset_sent");
        assertThat(users.find(hotel.customer(), made.email())).contains(made);
    }

    @Test
    void withAPasswordNoMailGoesOutAndItsHashAloneIsKept() {
        NewDirectoryUser typed = new NewDirectoryUser(
                hotel.at("sora").value(), "Sora", "Han", "", Language.EN, "", false, Organisations.PASSWORD);
        DirectoryUser made = organisations.created(hotel, typed);
        assertThat(made.displayName()).isEqualTo("Sora Han");
        assertThat(typed.toString()).doesNotContain(Organisations.PASSWORD);
        assertThat(organisations.trail(hotel.customer())).containsExactly("account.created");
        assertThat(hashOf(made)).startsWith("{pbkdf2").doesNotContain(Organisations.PASSWORD);
    }

    @Test
    void whatIsWrongIsNamedAllAtOnce() {
        NewDirectoryUser wrong = new NewDirectoryUser(
                "minji@elsewhere.example", "x".repeat(61), "", "", null, "e".repeat(256), false, "kurz");
        assertThat(organisations.create(hotel, wrong))
                .isEqualTo(new CreateUserResult.Invalid(Set.of(
                        UserFault.FOREIGN_DOMAIN,
                        UserFault.GIVEN_NAME_TOO_LONG,
                        UserFault.EXTERNAL_ID_TOO_LONG,
                        UserFault.PASSWORD_SHORT)));
        assertThat(organisations.create(hotel, new NewDirectoryUser("no address", "", "", "", null, "", false, null)))
                .isEqualTo(new CreateUserResult.Invalid(Set.of(UserFault.EMAIL_MALFORMED)));
        assertThat(organisations.trail(hotel.customer())).isEmpty();
    }

    @Test
    void anExternalIdHasOneUserAtMost() {
        organisations.created(hotel, Organisations.numbered(hotel.at("one"), "42"));
        assertThat(organisations.create(hotel, Organisations.numbered(hotel.at("two"), "42")))
                .isEqualTo(new CreateUserResult.Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN)));
        DirectoryUser three = organisations.created(hotel, Organisations.numbered(hotel.at("three"), "43"));
        assertThat(change(three, externalId("42"))).isEqualTo(new Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN)));
        Organisation other = captures.organisation();
        organisations.created(other, Organisations.numbered(other.at("one"), "42"));
    }

    @RepeatedTest(5)
    void ofTwoWhoCreateOneAddressOneFindsTheOthers() throws Exception {
        List<CreateUserResult> results = AtOnce.run(
                () -> organisations.create(hotel, minji(hotel.at("minji"))),
                () -> organisations.create(hotel, minji(hotel.at("MINJI"))));
        assertThat(results).filteredOn(Created.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Exists.class::isInstance).hasSize(1);
        assertThat(organisations.trail(hotel.customer())).containsExactly("account.created", "account.reset_sent");
    }

    @RepeatedTest(5)
    void ofTwoWhoWantOneExternalIdOneIsToldThatItIsTaken() throws Exception {
        List<CreateUserResult> results = AtOnce.run(
                () -> organisations.create(hotel, Organisations.numbered(hotel.at("one"), "42")),
                () -> organisations.create(hotel, Organisations.numbered(hotel.at("two"), "42")));
        assertThat(results).filteredOn(Created.class::isInstance).hasSize(1);
        assertThat(results).contains(new CreateUserResult.Invalid(Set.of(UserFault.EXTERNAL_ID_TAKEN)));
    }

    @Test
    void allOfAChangeIsDoneAndTheVersionGrows() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        DirectoryUserChange wanted = new DirectoryUserChange(
                hotel.at("minji.kim").value(), "Minji", "Kim", null, Language.EN, "7", true, null);
        assertThat(change(made, wanted)).isInstanceOfSatisfying(Changed.class, changed -> {
            DirectoryUser now = changed.user();
            assertThat(now.email()).isEqualTo(hotel.at("minji.kim"));
            assertThat(now.displayName())
                    .as("made of the two names, and so again")
                    .isEqualTo("Minji Kim");
            assertThat(now.externalId()).isEqualTo("7");
            assertThat(now.suspended()).isTrue();
            assertThat(now.version()).isGreaterThan(made.version());
        });
        assertThat(organisations.trail(hotel.customer()))
                .containsExactly(
                        "account.created",
                        "account.reset_sent",
                        "account.renamed",
                        "account.suspended",
                        "account.edited");
    }

    @Test
    void nothingOfAChangeIsDoneWhereAPartIsRefused() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        organisations.created(hotel, minji(hotel.at("taken")));
        int lines = organisations.trail(hotel.customer()).size();
        DirectoryUserChange wanted =
                new DirectoryUserChange(hotel.at("taken").value(), "Minji", null, null, null, null, true, null);
        assertThat(change(made, wanted)).isEqualTo(new Invalid(Set.of(UserFault.ADDRESS_TAKEN)));
        assertThat(users.find(hotel.customer(), made.id())).contains(made);
        assertThat(organisations.trail(hotel.customer())).hasSize(lines);
    }

    @Test
    void whoHasSeenAnOlderVersionIsToldSo() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        suspend.suspend(hotel.customer(), made.id(), hotel.actor());
        ChangeDirectoryUserResult result =
                change.change(hotel.customer(), made.id(), externalId("1"), made.version(), hotel.actor());
        assertThat(result).isInstanceOfSatisfying(Stale.class, stale -> {
            assertThat(stale.user().suspended()).isTrue();
            assertThat(change.change(
                            hotel.customer(),
                            made.id(),
                            externalId("1"),
                            stale.user().version(),
                            hotel.actor()))
                    .isInstanceOf(Changed.class);
        });
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        DirectoryUserChange same =
                new DirectoryUserChange(made.email().value(), "민지", "김", "김민지", Language.KO, "", false, null);
        assertThat(change(made, same)).isEqualTo(new Unchanged(made));
        assertThat(change(made, DirectoryUserChange.NONE)).isEqualTo(new Unchanged(made));
    }

    @Test
    void aNewPasswordIsNeverWrittenDown() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        DirectoryUserChange wanted =
                new DirectoryUserChange(null, null, null, null, null, null, null, Organisations.PASSWORD);
        assertThat(wanted.toString()).doesNotContain(Organisations.PASSWORD);
        assertThat(change(made, wanted)).isInstanceOf(Changed.class);
        assertThat(hashOf(made)).startsWith("{pbkdf2");
        assertThat(jdbc.sql("select string_agg(details::text, ' ') from audit_event where customer_id = :customer")
                        .param("customer", hotel.customer().value())
                        .query(String.class)
                        .single())
                .contains("password")
                .doesNotContain(Organisations.PASSWORD)
                .doesNotContain("pbkdf2");
        DirectoryUserChange weak = new DirectoryUserChange(null, null, null, null, null, null, null, "short");
        assertThat(change(made, weak)).isEqualTo(new Invalid(Set.of(UserFault.PASSWORD_SHORT)));
    }

    @Test
    void theLastOwnerOfACustomerIsNotSuspended() {
        DirectoryUser made = organisations.created(hotel, minji(hotel.at("minji")));
        operators.grant(hotel.customer(), made.id(), Role.OWNER);
        DirectoryUserChange suspended = new DirectoryUserChange(null, null, null, null, null, null, true, null);
        assertThat(change(made, suspended)).isInstanceOf(LastOwner.class);
        assertThat(delete.delete(hotel.customer(), made.id(), hotel.actor())).isEqualTo(ManagedChange.LAST_OWNER);
    }

    @Test
    void nobodyBecomesAPersonWhoMayDoMore() {
        DirectoryUser owner = organisations.created(hotel, minji(hotel.at("owner")));
        operators.grant(hotel.customer(), owner.id(), Role.OWNER);
        DirectoryUser desk = organisations.created(hotel, minji(hotel.at("desk")));
        operators.grant(hotel.customer(), desk.id(), Role.OPERATOR);
        Actor acting = Actor.account(desk.id(), desk.email().value());
        DirectoryUserChange password =
                new DirectoryUserChange(null, null, null, null, null, null, null, Organisations.PASSWORD);
        assertThat(change.change(hotel.customer(), owner.id(), password, null, acting))
                .isInstanceOf(NotYours.class);
        assertThat(jdbc.sql("select count(*) from password_credential where account_id = :account")
                        .param("account", owner.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        DirectoryUserChange sameAddress =
                new DirectoryUserChange(owner.email().value(), "민지", null, null, null, "7", false, null);
        assertThat(change.change(hotel.customer(), owner.id(), sameAddress, null, acting))
                .isInstanceOf(Changed.class);
    }

    @Test
    void whoHasEndedIsNotFoundAndTheAddressIsFree() {
        DirectoryUser made = organisations.created(hotel, Organisations.numbered(hotel.at("minji"), "42"));
        assertThat(delete.delete(hotel.customer(), made.id(), hotel.actor())).isEqualTo(ManagedChange.DONE);
        assertThat(users.find(hotel.customer(), made.id())).isEmpty();
        assertThat(change(made, externalId("1"))).isInstanceOf(NotFound.class);
        organisations.created(hotel, Organisations.numbered(hotel.at("minji"), "42"));
    }

    @Test
    void whoBecameManagedByAgreeingIsAUserToo() {
        Account person = captures.person(hotel.at("sora"));
        transaction.executeWithoutResult(status -> manage.manage(person.id(), hotel.customer(), hotel.actor()));
        DirectoryUser user = users.find(hotel.customer(), person.email()).orElseThrow();
        assertThat(user.givenName()).isEmpty();
        assertThat(user.displayName()).isEqualTo(person.name());
        assertThat(change(user, externalId("9"))).isInstanceOf(Changed.class);
    }

    private ChangeDirectoryUserResult change(DirectoryUser user, DirectoryUserChange wanted) {
        return change.change(hotel.customer(), user.id(), wanted, null, hotel.actor());
    }

    private static DirectoryUserChange externalId(String value) {
        return new DirectoryUserChange(null, null, null, null, null, value, null, null);
    }

    private String hashOf(DirectoryUser user) {
        return jdbc.sql("select password_hash from password_credential where account_id = :account")
                .param("account", user.id().value())
                .query(String.class)
                .single();
    }
}
