package io.chodae.cloudidentity;

import io.chodae.capture.Captures;
import io.chodae.directory.Account;
import io.chodae.identity.ApiScopes;
import io.chodae.identity.Role;
import io.chodae.identity.TestServiceAccount;
import io.chodae.identity.TestServiceAccounts;
import io.chodae.shared.EmailAddress;
import io.chodae.wire.Json;
import io.chodae.wire.WireClient;
import java.time.Clock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Organisations with a verified domain, and programs with tokens of every kind. */
@TestComponent
class Wires {

    private final TestServiceAccounts programs;
    private final Captures captures;
    private final Clock clock;
    private final Environment environment;

    Wires(TestServiceAccounts programs, Captures captures, Clock clock, Environment environment) {
        this.programs = programs;
        this.captures = captures;
        this.clock = clock;
        this.environment = environment;
    }

    /**
     * An organisation.
     *
     * @param program may do everything here
     */
    record Wired(
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

        /** Below its invitations. */
        String path(String name) {
            return "/v1/customers/" + id() + "/userinvitations" + (name.isEmpty() ? "" : "/" + name);
        }
    }

    /** Without a token. */
    WireClient stranger() {
        return new WireClient(port(), "");
    }

    /** Without anybody on its domain. */
    Wired organisation() {
        TestServiceAccounts.Organisation organisation = programs.organisation();
        String domain = captures.freshDomain();
        captures.verify(organisation.id(), domain);
        TestServiceAccount program = programs.serviceAccount(organisation, ApiScopes.USER_INVITATIONS);
        return new Wired(port(), organisation, domain, program, token(program, ApiScopes.USER_INVITATIONS));
    }

    /** With as many unmanaged accounts: {@code p0000001@…} and so on. */
    Wired organisation(int people) {
        Wired made = organisation();
        captures.quietPeople(made.domain(), people);
        captures.verify(made.organisation().id(), made.domain());
        return made;
    }

    Account person(Wired organisation, String local) {
        return captures.person(organisation.at(local));
    }

    /** A token of a service account of its own, which may ask for this scope alone. */
    String token(Wired organisation, String scope) {
        return token(programs.serviceAccount(organisation.organisation(), scope), scope);
    }

    /** A token for everything, in the name of somebody who may only look. */
    String viewersToken(Wired organisation) {
        Account viewer = programs.colleague(organisation.organisation(), Role.VIEWER);
        TestServiceAccount program = organisation.program();
        return token(
                new TestServiceAccount(
                        program.port(),
                        program.customer(),
                        program.id(),
                        program.keyFile(),
                        viewer.email().value()),
                ApiScopes.USER_INVITATIONS);
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private String token(TestServiceAccount program, String scope) {
        var answer = program.ask(clock.instant(), scope);
        return Json.MAPPER.readTree(answer.body()).path("access_token").stringValue();
    }
}
