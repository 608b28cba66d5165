package io.chodae.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.audit.Actor;
import io.chodae.directory.Account;
import io.chodae.directory.Accounts;
import io.chodae.directory.Customer;
import io.chodae.directory.Customers;
import io.chodae.shared.AccountId;
import io.chodae.shared.CustomerId;
import io.chodae.shared.Language;
import io.chodae.testing.HttpBrowser;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Customers with an owner and a service account that has a key, all by the real use cases. */
@TestComponent
public class TestServiceAccounts {

    public static final String PASSWORD = "plum4tandem7river";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Customers customers;
    private final Accounts accounts;
    private final SignUp signUp;
    private final Operators operators;
    private final CreateServiceAccount create;
    private final ServiceAccounts stored;
    private final ServiceAccountKeys keys;
    private final Environment environment;

    TestServiceAccounts(
            Customers customers,
            Accounts accounts,
            SignUp signUp,
            Operators operators,
            CreateServiceAccount create,
            ServiceAccounts stored,
            ServiceAccountKeys keys,
            Environment environment) {
        this.customers = customers;
        this.accounts = accounts;
        this.signUp = signUp;
        this.operators = operators;
        this.create = create;
        this.stored = stored;
        this.keys = keys;
        this.environment = environment;
    }

    /** A customer and the person who owns it. */
    public record Organisation(Customer customer, Account owner, Actor actor) {

        public CustomerId id() {
            return customer.id();
        }
    }

    /** Somebody new, with {@link #PASSWORD}, who works for nobody. */
    public Account person() {
        String address = "admin" + NUMBER.incrementAndGet() + "@organisations.example";
        SignUpResult made = signUp.signUp(address, "김민지", PASSWORD, Language.KO, true);
        return accounts.find(((SignUpResult.Created) made).account()).orElseThrow();
    }

    public Organisation organisation() {
        Customer customer = customers.create("Organisation " + NUMBER.incrementAndGet());
        Account owner = person();
        operators.grant(customer.id(), owner.id(), Role.OWNER);
        return new Organisation(
                customer, owner, Actor.account(owner.id(), owner.email().value()));
    }

    /** Somebody new who works for it too. */
    public Account colleague(Organisation organisation, Role role) {
        Account person = person();
        operators.grant(organisation.id(), person.id(), role);
        return person;
    }

    public void grant(Organisation organisation, AccountId account, Role role) {
        operators.grant(organisation.id(), account, role);
    }

    /** A service account with these scopes and one key. */
    public TestServiceAccount serviceAccount(Organisation organisation, String... scopes) {
        var made = create.create(organisation.id(), "HR sync", List.of(scopes), organisation.actor());
        assertThat(made).isInstanceOf(CreateServiceAccount.Result.Created.class);
        return withKey(organisation, ((CreateServiceAccount.Result.Created) made).id());
    }

    /** The same account with another key. */
    public TestServiceAccount withKey(Organisation organisation, long id) {
        var key = keys.add(
                organisation.id(), id, stored.keys(organisation.id(), id).size(), organisation.actor());
        assertThat(key).isInstanceOf(ServiceAccountKeys.Result.Made.class);
        return new TestServiceAccount(
                port(),
                organisation.id(),
                id,
                ((ServiceAccountKeys.Result.Made) key).file().fields(),
                organisation.owner().email().value());
    }

    public HttpBrowser signedIn(Account person) {
        HttpBrowser browser = new HttpBrowser(port());
        browser.signIn(person.email().value(), PASSWORD);
        return browser;
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
