package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import io.chodae.shared.Secrets;
import io.chodae.testing.ChodaeTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** What a customer may do to the accounts that it manages, and to no others. */
@ChodaeTest
class ManagedAccountsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Actor ADMIN = Actor.system();

    @Autowired
    Customers customers;

    @Autowired
    Accounts accounts;

    @Autowired
    Operators operators;

    @Autowired
    SignUp signUp;

    @Autowired
    PasswordSignIn signIn;

    @Autowired
    ResetPassword resetPassword;

    @Autowired
    SuspendManagedAccount suspend;

    @Autowired
    RenameManagedAccount rename;

    @Autowired
    ResetManagedAccount reset;

    @Autowired
    RemoveManagedAccount remove;

    @Autowired
    DeleteAccount delete;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Secrets secrets;

    private People people;
    private Customer organisation;
    private String domain;
    private String email;
    private AccountId person;

    @BeforeEach
    void anAccountThatIsManaged() {
        people = new People(signUp, jdbc, secrets);
        organisation = customers.create("하늘기획");
        domain = "sky" + NUMBER.incrementAndGet() + ".example";
        verified(organisation.id(), domain, "PRIMARY");
        email = "minji@" + domain;
        person = managed(email);
    }

    @Test
    void anotherCustomerCanDoNothing() {
        CustomerId stranger = customers.create("한빛호텔").id();
        verified(stranger, "other-" + domain, "PRIMARY");
        assertThat(List.of(
                        suspend.suspend(stranger, person, ADMIN),
                        suspend.resume(stranger, person, ADMIN),
                        rename.rename(stranger, person, "x@other-" + domain, ADMIN),
                        reset.mailLink(stranger, person, ADMIN),
                        reset.signOutEverywhere(stranger, person, ADMIN),
                        remove.remove(stranger, person, ADMIN)))
                .containsOnly(ManagedChange.NOT_MANAGED);
        assertThat(audited(stranger)).isEmpty();
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isTrue();
    }

    @Test
    void aConsumerAccountOnTheCustomersDomainIsNotItsToChange() {
        AccountId consumer = people.signedUp("free@" + domain, true);
        assertThat(suspend.suspend(organisation.id(), consumer, ADMIN)).isEqualTo(ManagedChange.NOT_MANAGED);
        assertThat(remove.remove(organisation.id(), consumer, ADMIN)).isEqualTo(ManagedChange.NOT_MANAGED);
        assertThat(accounts.find(consumer)).map(Account::disabled).contains(false);
    }

    @Test
    void suspendingCountsOnceAndIsAudited() {
        assertThat(suspend.suspend(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(suspend.suspend(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.UNCHANGED);
        assertThat(accounts.find(person)).map(Account::suspendedBy).contains(organisation.id());
        assertThat(suspend.resume(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(suspend.resume(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.UNCHANGED);
        assertThat(audited(organisation.id())).containsExactly("account.suspended", "account.resumed");
    }

    @Test
    void onlyWhoKnowsThePasswordLearnsOfTheSuspension() {
        suspend.suspend(organisation.id(), person, ADMIN);
        assertThat(catchThrowable(() -> attempt("a wrong password"))).isNotInstanceOf(SignInSuspended.class);
        assertThat(catchThrowableOfType(SignInSuspended.class, () -> attempt(People.PASSWORD)))
                .extracting(SignInSuspended::by)
                .isEqualTo(organisation.id());
    }

    @Test
    void whoMayDoMoreThanTheOneWhoActsIsLeftAlone() {
        Actor operator = working(Role.OPERATOR);
        operators.grant(organisation.id(), person, Role.OWNER);
        assertThat(everything(operator)).containsOnly(ManagedChange.NOT_YOURS);
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isTrue();
        assertThat(audited(organisation.id())).isEmpty();

        operators.grant(organisation.id(), person, Role.OPERATOR);
        assertThat(reset.mailLink(organisation.id(), person, operator)).isEqualTo(ManagedChange.DONE);
    }

    @Test
    void whoWorksForSomebodyElseTooIsForOwnersAlone() {
        Actor operator = working(Role.OPERATOR);
        operators.grant(customers.create("한빛호텔").id(), person, Role.VIEWER);
        assertThat(everything(operator)).containsOnly(ManagedChange.NOT_YOURS);
        assertThat(everything(working(Role.OWNER))).doesNotContain(ManagedChange.NOT_YOURS);
    }

    @Test
    void whoWorksForTheCustomerNoMoreActsOnNobody() {
        Actor stranger = Actor.account(people.signedUp("left@" + domain, true), "left@" + domain);
        assertThat(everything(stranger)).containsOnly(ManagedChange.NOT_YOURS);
    }

    @Test
    void theOnlyOwnerOfAnotherCustomerIsSuspendedAndOwnsItStill() {
        CustomerId other = customers.create("한빛호텔").id();
        operators.grant(other, person, Role.OWNER);
        assertThat(remove.remove(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.LAST_OWNER);
        assertThat(suspend.suspend(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isFalse();
        suspend.resume(organisation.id(), person, ADMIN);
        assertThat(operators.membership(person, other)).map(Membership::role).contains(Role.OWNER);
    }

    @Test
    void theOnlyOwnerOfACustomerIsNeitherSuspendedNorRemoved() {
        operators.grant(organisation.id(), person, Role.OWNER);
        assertThat(suspend.suspend(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.LAST_OWNER);
        assertThat(remove.remove(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.LAST_OWNER);

        AccountId second = managed("owner@" + domain);
        operators.grant(organisation.id(), second, Role.OWNER);
        assertThat(suspend.suspend(organisation.id(), second, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(suspend.suspend(organisation.id(), person, ADMIN))
                .as("a suspended owner is none")
                .isEqualTo(ManagedChange.LAST_OWNER);
        assertThat(operators.membershipsOf(second)).isEmpty();
    }

    @Test
    void anAccountIsRenamedOnlyOntoAProvenDomainOfItsCustomerAndAFreeAddress() {
        verified(organisation.id(), "alias-" + domain, "ALIAS");
        people.signedUp("taken@" + domain, true);
        assertThat(rename.rename(organisation.id(), person, "minji kim", ADMIN)).isEqualTo(ManagedChange.MALFORMED);
        assertThat(rename.rename(organisation.id(), person, "minji@elsewhere.example", ADMIN))
                .isEqualTo(ManagedChange.FOREIGN_DOMAIN);
        assertThat(rename.rename(organisation.id(), person, "minji@alias-" + domain, ADMIN))
                .isEqualTo(ManagedChange.FOREIGN_DOMAIN);
        assertThat(rename.rename(organisation.id(), person, "Taken@" + domain, ADMIN))
                .isEqualTo(ManagedChange.ADDRESS_TAKEN);
        assertThat(rename.rename(organisation.id(), person, email, ADMIN)).isEqualTo(ManagedChange.UNCHANGED);
        assertThat(rename.rename(organisation.id(), person, "Minji.Kim@" + domain, ADMIN))
                .isEqualTo(ManagedChange.DONE);
        assertThat(People.canSignIn(signIn, "minji.kim@" + domain, People.PASSWORD))
                .isTrue();
        assertThat(accounts.findByEmail(EmailAddress.of(email))).isEmpty();
        assertThat(audited(organisation.id())).containsExactly("account.renamed");
    }

    @Test
    void whoIsRenamedIsSignedOutAndHearsOfItAtBothAddresses() {
        String session = session(sessions, person);
        rename.rename(organisation.id(), person, email.toUpperCase(Locale.ROOT), ADMIN);
        assertThat(sessions.findById(session)).as("it is the same mailbox").isNotNull();
        assertThat(mailed("renamed")).isEmpty();

        rename.rename(organisation.id(), person, "minji.kim@" + domain, ADMIN);
        assertThat(sessions.findById(session)).isNull();
        assertThat(mailed("renamed")).containsExactlyInAnyOrder(email.toUpperCase(Locale.ROOT), "minji.kim@" + domain);
    }

    @Test
    void aNewPasswordIsChosenByThePersonAlone() {
        assertThat(reset.mailLink(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(jdbc.sql("select kind from mail where to_email = :email order by mail_id desc limit 1")
                        .param("email", email)
                        .query(String.class)
                        .single())
                .isEqualTo("reset-password");
        assertThat(resetPassword.reset(people.mailed("reset", person), "violet9anchor2meadow"))
                .isInstanceOf(PasswordResetResult.Changed.class);
        assertThat(People.canSignIn(signIn, email, "violet9anchor2meadow")).isTrue();
        assertThat(audited(organisation.id())).containsExactly("account.reset_sent");
    }

    @Test
    void aLinkThatWasMailedBeforeARenameOrASuspensionIsDead() {
        reset.mailLink(organisation.id(), person, ADMIN);
        rename.rename(organisation.id(), person, "new@" + domain, ADMIN);
        assertThat(resetPassword.isAlive(people.mailed("reset", person))).isFalse();
        reset.mailLink(organisation.id(), person, ADMIN);
        suspend.suspend(organisation.id(), person, ADMIN);
        assertThat(reset.mailLink(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.SUSPENDED);
        assertThat(resetPassword.reset(people.mailed("reset", person), "violet9anchor2meadow"))
                .isInstanceOf(PasswordResetResult.DeadLink.class);
    }

    @Test
    void everyCustomerReadsInItsOwnTrailThatSomebodyWent() {
        CustomerId other = customers.create("한빛호텔").id();
        operators.grant(other, person, Role.OPERATOR);
        remove.remove(organisation.id(), person, ADMIN);
        assertThat(audited(other)).containsExactly("operator.removed");

        String own = People.newAddress();
        AccountId leaver = people.signedUp(own, true);
        operators.grant(other, leaver, Role.VIEWER);
        assertThat(delete.delete(accounts.find(leaver).orElseThrow(), own, People.PASSWORD))
                .isInstanceOf(DeleteAccountResult.Deleted.class);
        assertThat(audited(other)).containsExactly("operator.removed", "operator.left");
        assertThat(jdbc.sql("""
                        select actor_label || ' ' || (details ->> 'email') || ' ' || (details ->> 'role')
                        from audit_event where customer_id = :customer order by audit_id
                        """)
                        .param("customer", other.value())
                        .query(String.class)
                        .list())
                .containsExactly("system " + email + " OPERATOR", own + " " + own + " VIEWER");
    }

    @Test
    void aRemovedAccountLeavesItsAddressToTheNextOne() {
        assertThat(remove.remove(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.DONE);
        assertThat(remove.remove(organisation.id(), person, ADMIN)).isEqualTo(ManagedChange.NOT_MANAGED);
        assertThat(People.canSignIn(signIn, email, People.PASSWORD)).isFalse();
        AccountId next = people.signedUp(email, true);
        assertThat(next).isNotEqualTo(person);
        assertThat(accounts.find(person)).hasValueSatisfying(gone -> {
            assertThat(gone.disabled()).isTrue();
            assertThat(gone.name()).isEmpty();
            assertThat(gone.email().value()).doesNotContain("minji");
        });
        assertThat(jdbc.sql("select count(*) from password_credential where account_id = :id")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audited(organisation.id())).containsExactly("account.removed");
    }

    private Actor working(Role role) {
        String address = role.name().toLowerCase(Locale.ROOT) + NUMBER.incrementAndGet() + "@" + domain;
        AccountId account = people.signedUp(address, true);
        operators.grant(organisation.id(), account, role);
        return Actor.account(account, address);
    }

    private List<ManagedChange> everything(Actor actor) {
        CustomerId customer = organisation.id();
        return List.of(
                suspend.suspend(customer, person, actor),
                suspend.resume(customer, person, actor),
                reset.mailLink(customer, person, actor),
                reset.signOutEverywhere(customer, person, actor),
                rename.rename(customer, person, "moved." + email, actor),
                remove.remove(customer, person, actor));
    }

    private void attempt(String password) {
        signIn.authenticate(
                org.springframework.security.authentication.UsernamePasswordAuthenticationToken.unauthenticated(
                        email, password));
    }

    private <S extends Session> String session(FindByIndexNameSessionRepository<S> repository, AccountId id) {
        S session = repository.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, Long.toString(id.value()));
        repository.save(session);
        return session.getId();
    }

    private List<String> mailed(String kind) {
        return jdbc.sql("select to_email from mail where kind = :kind and batch_id = :account")
                .param("kind", kind)
                .param("account", person.value())
                .query((row, number) -> row.getString("to_email"))
                .list();
    }

    private AccountId managed(String address) {
        AccountId id = people.signedUp(address, true);
        jdbc.sql("update account set managed_by = :by, managed_since = created_at where account_id = :id")
                .param("by", organisation.id().value())
                .param("id", id.value())
                .update();
        return id;
    }

    private void verified(CustomerId customer, String name, String kind) {
        jdbc.sql("""
                        insert into customer_domain (customer_id, domain, kind, state, proof_token, created_at)
                        values (:customer, :domain, :kind, 'VERIFIED', 'proof', now())
                        """)
                .param("customer", customer.value())
                .param("domain", name)
                .param("kind", kind)
                .update();
    }

    private List<String> audited(CustomerId customer) {
        return jdbc.sql("select action from audit_event where customer_id = :customer order by audit_id")
                .param("customer", customer.value())
                .query((row, number) -> row.getString("action"))
                .list();
    }
}
