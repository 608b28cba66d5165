package io.chodae.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.chodae.capture.Captures;
import io.chodae.directory.Account;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.MakeDirectoryToken;
import io.chodae.identity.Role;
import io.chodae.identity.TestServiceAccount;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.shared.CustomerId;
import io.chodae.shared.EmailAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations with a verified domain, and tokens of every kind. */
@TestComponent
class Scims {

    private final TestServiceAccounts programs;
    private final Captures captures;
    private final MakeDirectoryToken make;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final Environment environment;

    Scims(
            TestServiceAccounts programs,
            Captures captures,
            MakeDirectoryToken make,
            Clock clock,
            JdbcClient jdbc,
            Environment environment) {
        this.programs = programs;
        this.captures = captures;
        this.make = make;
        this.clock = clock;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /**
     * An organisation.
     *
     * @param tokenId of a directory token
     */
    record Org(int port, TestServiceAccounts.Organisation organisation, String domain, long tokenId, String token) {

        CustomerId id() {
            return organisation.id();
        }

        EmailAddress at(String local) {
            return EmailAddress.of(local + "@" + domain);
        }

        ScimClient client() {
            return new ScimClient(port, token);
        }

        /** The id of a new user. */
        String user(String local) {
            ScimClient.Got made = client().post(
                            "/Users",
                            "{\"userName\": \"%s\"}".formatted(at(local).value()));
            assertThat(made.code()).as(made.body()).isEqualTo(201);
            return made.json().path("id").stringValue();
        }
    }

    Org organisation() {
        TestServiceAccounts.Organisation organisation = programs.organisation();
        String domain = captures.freshDomain();
        captures.verify(organisation.id(), domain);
        var made = (MakeDirectoryToken.Result.Made) make.make(organisation.id(), "Okta", organisation.actor());
        return new Org(port(), organisation, domain, made.id(), made.secret());
    }

    /** A person with an account of their own on the domain. */
    Account person(Org organisation, String local) {
        return captures.person(organisation.at(local));
    }

    TestServiceAccount program(Org organisation, String scope) {
        return programs.serviceAccount(organisation.organisation(), scope);
    }

    String token(TestServiceAccount program, String scope) {
        return Json.MAPPER
                .readTree(program.ask(clock.instant(), scope).body())
                .path("access_token")
                .stringValue();
    }

    /** A token of a service account of its own, which may ask for this scope alone. */
    String token(Org organisation, String scope) {
        return token(program(organisation, scope), scope);
    }

    /** A token for everything, in the name of somebody who may only look. */
    String viewersToken(Org organisation) {
        Account viewer = programs.colleague(organisation.organisation(), Role.VIEWER);
        TestServiceAccount program = program(organisation, ApiScopes.DIRECTORY_USER);
        return token(
                new TestServiceAccount(
                        program.port(),
                        program.customer(),
                        program.id(),
                        program.keyFile(),
                        viewer.email().value()),
                ApiScopes.DIRECTORY_USER);
    }

    /** Its lines of the audit trail, oldest first: action, actor and address. */
    List<String> trail(Org organisation) {
        return new ArrayList<>(jdbc.sql("""
                        select action || ' ' || actor_label from audit_event
                         where customer_id = :customer order by audit_id
                        """)
                .param("customer", organisation.id().value())
                .query(String.class)
                .list());
    }

    /** Everything that the customer's managed accounts are made of, as one text. */
    String digest(Org organisation) {
        return jdbc.sql("""
                        select coalesce(string_agg(a::text, '|' order by a.account_id), '') from account a
                         where a.managed_by = :customer
                        """)
                .param("customer", organisation.id().value())
                .query(String.class)
                .single();
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
