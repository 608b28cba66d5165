package io.chodae.directoryapi;

import io.chodae.audit.Actor;
import io.chodae.capture.Captures;
import io.chodae.directory.Account;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.Role;
import io.chodae.identity.TestServiceAccount;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.provisioning.AfterFollowUps;
import io.chodae.provisioning.ConflictPolicy;
import io.chodae.provisioning.ConflictRule;
import io.chodae.provisioning.DirectoryUser;
import io.chodae.provisioning.DirectoryUsers;
import io.chodae.provisioning.SetConflictPolicy;
import io.chodae.provisioning.UserFilter;
import io.chodae.provisioning.UserOrder;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.Json;
import io.chodae.wire.WireClient;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations with a verified domain, and programs that keep their users. */
@TestComponent
class Directories {

    static final String USERS = "/admin/directory/v1/users";

    private final TestServiceAccounts programs;
    private final Captures captures;
    private final DirectoryUsers users;
    private final SetConflictPolicy policies;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Environment environment;

    Directories(
            TestServiceAccounts programs,
            Captures captures,
            DirectoryUsers users,
            SetConflictPolicy policies,
            JdbcClient jdbc,
            Clock clock,
            Environment environment) {
        this.programs = programs;
        this.captures = captures;
        this.users = users;
        this.policies = policies;
        this.jdbc = jdbc;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * An organisation.
     *
     * @param program may do everything here
     */
    record Hotel(
            int port,
            TestServiceAccounts.Organisation organisation,
            String domain,
            TestServiceAccount program,
            String token) {

        /** The external id. */
        String id() {
            return organisation.customer().externalId();
        }

        EmailAddress at(String local) {
            return EmailAddress.of(local + "@" + domain);
        }

        WireClient client() {
            return new WireClient(port, token);
        }

        /** Of one of its users. */
        String path(String local) {
            return USERS + "/" + local + "@" + domain;
        }

        /** Makes a user by the API; its id. */
        String insert(String local, String given, String family) {
            return client().post(USERS, "application/json", user(local, given, family))
                    .json()
                    .path("id")
                    .stringValue();
        }

        String user(String local, String given, String family) {
            return """
                    {"primaryEmail":"%s@%s","name":{"givenName":"%s","familyName":"%s"}}""".formatted(local, domain, given, family);
        }
    }

    Hotel organisation() {
        TestServiceAccounts.Organisation organisation = programs.organisation();
        String domain = captures.freshDomain();
        captures.verify(organisation.id(), domain);
        TestServiceAccount program = programs.serviceAccount(organisation, ApiScopes.DIRECTORY_USER);
        return new Hotel(port(), organisation, domain, program, token(program, ApiScopes.DIRECTORY_USER));
    }

    /** Somebody's own account on its domain. */
    Account person(Hotel hotel, String local) {
        return captures.person(hotel.at(local));
    }

    void policy(Hotel hotel, ConflictRule rule) {
        policies.set(hotel.organisation().id(), new ConflictPolicy(rule, 3, AfterFollowUps.STOP), Actor.system());
    }

    /** All users, as they are. */
    List<DirectoryUser> users(Hotel hotel) {
        return users.slice(hotel.organisation().id(), new UserFilter.All(), UserOrder.BY_EMAIL, null, 1_000);
    }

    DirectoryUser user(Hotel hotel, String local) {
        return users.find(hotel.organisation().id(), hotel.at(local)).orElseThrow();
    }

    boolean hasPassword(Hotel hotel, String local) {
        return jdbc.sql("select count(*) from password_credential where account_id = :account")
                        .param("account", user(hotel, local).id().value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What the trail says of the organisation, oldest first. */
    List<String> trail(Hotel hotel) {
        return jdbc.sql("select action from audit_event where customer_id = :customer order by audit_id")
                .param("customer", hotel.organisation().id().value())
                .query((row, number) -> row.getString("action"))
                .list();
    }

    /** A token of a service account of its own, which may ask for this scope alone. */
    String token(Hotel hotel, String scope) {
        return token(programs.serviceAccount(hotel.organisation(), scope), scope);
    }

    /** A token for everything, in the name of somebody who may only look. */
    String viewersToken(Hotel hotel) {
        return tokenOf(hotel, Role.VIEWER);
    }

    /** A token for everything, in the name of somebody new with this role. */
    String tokenOf(Hotel hotel, Role role) {
        Account colleague = programs.colleague(hotel.organisation(), role);
        TestServiceAccount program = hotel.program();
        return token(
                new TestServiceAccount(
                        program.port(),
                        program.customer(),
                        program.id(),
                        program.keyFile(),
                        colleague.email().value()),
                ApiScopes.DIRECTORY_USER);
    }

    /** Makes the user a colleague. */
    void grant(Hotel hotel, String local, Role role) {
        programs.grant(hotel.organisation(), user(hotel, local).id(), role);
    }

    /** Whoever founded it works there no more; the program acts for a colleague from now on. */
    void retire(Hotel hotel) {
        jdbc.sql("""
                        update operator set role = 'OPERATOR'
                        where customer_id = :customer and account_id = :founder
                        """)
                .param("customer", hotel.organisation().id().value())
                .param("founder", hotel.organisation().owner().id().value())
                .update();
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private String token(TestServiceAccount program, String scope) {
        var answer = program.ask(clock.instant(), scope);
        return Json.MAPPER.readTree(answer.body()).path("access_token").stringValue();
    }
}
